<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>passel::ArrayGridSource</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <comment>in one cell</comment>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::ColumnPage</name>
    <message numerus="yes">
        <source>Show %n value(s)</source>
        <translation>
            <numerusform>Show %n value</numerusform>
            <numerusform>Show %n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::CsvReader</name>
    <message numerus="yes">
        <source>This row has %Ln cell(s) instead of %L1; the others are missing.</source>
        <translation>
            <numerusform>This row has %Ln cell instead of %L1; the others are missing.</numerusform>
            <numerusform>This row has %Ln cells instead of %L1; the others are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This row has %Ln cell(s) instead of %L1; the others stand in added columns.</source>
        <translation>
            <numerusform>This row has %Ln cell instead of %L1; the others stand in added columns.</numerusform>
            <numerusform>This row has %Ln cells instead of %L1; the others stand in added columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %Ln line(s) above the table: “%1”.</source>
        <translation>
            <numerusform>Left out %Ln line above the table: “%1”.</numerusform>
            <numerusform>Left out %Ln lines above the table: “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %Ln blank line(s) between rows.</source>
        <translation>
            <numerusform>Left out %Ln blank line between rows.</numerusform>
            <numerusform>Left out %Ln blank lines between rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln byte(s) from here on as Windows-1252; the rest of the text is valid UTF-8.</source>
        <translation>
            <numerusform>Read %Ln byte from here on as Windows-1252; the rest of the text is valid UTF-8.</numerusform>
            <numerusform>Read %Ln bytes from here on as Windows-1252; the rest of the text is valid UTF-8.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::DatasetView</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::FileActions</name>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n thing to look at.</numerusform>
            <numerusform>%n things to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::FileSystem</name>
    <message numerus="yes">
        <source>%1 is larger than the %n byte(s) allowed here.</source>
        <translation>
            <numerusform>%1 is larger than the %n byte allowed here.</numerusform>
            <numerusform>%1 is larger than the %n bytes allowed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::FindBar</name>
    <message numerus="yes">
        <source>%1 hit(s)</source>
        <translation>
            <numerusform>%1 hit</numerusform>
            <numerusform>%1 hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::GridView</name>
    <message numerus="yes">
        <source>%Ln distinct</source>
        <comment>different values of a column</comment>
        <translation>
            <numerusform>%Ln distinct</numerusform>
            <numerusform>%Ln distinct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::IdCheck</name>
    <message numerus="yes">
        <source>%n document(s) without an id; all were kept.</source>
        <translation>
            <numerusform>%n document without an id; all were kept.</numerusform>
            <numerusform>%n documents without an id; all were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::PullFlow</name>
    <message numerus="yes">
        <source>%n recipe step(s)</source>
        <translation>
            <numerusform>%n recipe step</numerusform>
            <numerusform>%n recipe steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::PushJob</name>
    <message numerus="yes">
        <source>%1 keeps a share for at most %n day(s).</source>
        <translation>
            <numerusform>%1 keeps a share for at most %n day.</numerusform>
            <numerusform>%1 keeps a share for at most %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps a share for at most %n hour(s).</source>
        <translation>
            <numerusform>%1 keeps a share for at most %n hour.</numerusform>
            <numerusform>%1 keeps a share for at most %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::PushSheet</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::ReadStrip</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::RecentList</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number, written with grouping.</extracomment>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::RecipePanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::RowModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::ServerMain</name>
    <message numerus="yes">
        <source>%n file(s) checked.</source>
        <translation>
            <numerusform>%n file checked.</numerusform>
            <numerusform>%n files checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::ShareFailure</name>
    <message numerus="yes">
        <source>Wait %n second(s).</source>
        <translation>
            <numerusform>Wait %n second.</numerusform>
            <numerusform>Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::ShareWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::SharesPage</name>
    <message numerus="yes">
        <source>%n share(s) alive</source>
        <translation>
            <numerusform>%n share alive</numerusform>
            <numerusform>%n shares alive</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::StepSheet</name>
    <message numerus="yes">
        <source>%n cell(s) would be lost, such as %1.</source>
        <extracomment>%1 are examples of cells that do not fit, in quotation marks.</extracomment>
        <translation>
            <numerusform>%n cell would be lost, such as %1.</numerusform>
            <numerusform>%n cells would be lost, such as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::StepWords</name>
    <message numerus="yes">
        <source>%Ln cell(s) of “%1” cannot be read as: %2. The first is “%3” in row %4. Nothing was changed; a step “Change type” makes such cells missing.</source>
        <translation>
            <numerusform>%Ln cell of “%1” cannot be read as: %2. The first is “%3” in row %4. Nothing was changed; a step “Change type” makes such cells missing.</numerusform>
            <numerusform>%Ln cells of “%1” cannot be read as: %2. The first is “%3” in row %4. Nothing was changed; a step “Change type” makes such cells missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <extracomment>behind a list of five columns</extracomment>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) changed</source>
        <translation>
            <numerusform>%Ln column changed</numerusform>
            <numerusform>%Ln columns changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) removed</source>
        <translation>
            <numerusform>%Ln row removed</numerusform>
            <numerusform>%Ln rows removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation>
            <numerusform>%Ln row added</numerusform>
            <numerusform>%Ln rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) sorted</source>
        <translation>
            <numerusform>%Ln row sorted</numerusform>
            <numerusform>%Ln rows sorted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) could not be done</source>
        <translation>
            <numerusform>%Ln cell could not be done</numerusform>
            <numerusform>%Ln cells could not be done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::Words</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number of rows, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <extracomment>%1 is the number of cells, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 cell</numerusform>
            <numerusform>%1 cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 column(s)</source>
        <extracomment>%1 is the number of columns, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 column</numerusform>
            <numerusform>%1 columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::cli</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) got a &apos; in front, so that no program takes it for a formula (--no-formula-guard leaves all as it is).</source>
        <translation>
            <numerusform>%Ln cell got a &apos; in front, so that no program takes it for a formula (--no-formula-guard leaves all as it is).</numerusform>
            <numerusform>%Ln cells got a &apos; in front, so that no program takes it for a formula (--no-formula-guard leaves all as it is).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) pulled, %L1 bytes received.</source>
        <translation>
            <numerusform>%Ln row pulled, %L1 bytes received.</numerusform>
            <numerusform>%Ln rows pulled, %L1 bytes received.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) pushed, %L1 bytes sent, until %2.</source>
        <translation>
            <numerusform>%Ln row pushed, %L1 bytes sent, until %2.</numerusform>
            <numerusform>%Ln rows pushed, %L1 bytes sent, until %2.</numerusform>
        </translation>
    </message>
</context>
</TS>
