<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>passel</name>
    <message>
        <source>The table data is damaged and cannot be read. Get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table data ends too early, at byte %1. Get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table data uses “%1” of Apache Arrow, which Passel cannot read. Save it without that and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “%1” holds values of another type (Arrow’s %2) than it says. Get the data again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row is taken as the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row is empty, so that it is no header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row holds values already, so that it is no header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row holds names above columns of numbers or dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row looks like the others; it is taken as the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line says which separator it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by %1: %2 of the first %3 rows have %4 cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No separator divides the rows alike: this is one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 lines are no part of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attribute “%1” must be %2 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buffer of this tensor is no base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of this tensor is no list of sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor has more than 16 dimensions, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel does not know the number type “%1” of this tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor has more than 67,108,864 elements, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buffer of this tensor has %1 bytes; its shape needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse tensors in JSON are not read. Save the file as protobuf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor has no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists of this tensor do not nest alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists of this tensor differ in length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor holds numbers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is no UTF-8; its letters look like %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second byte is zero, as in UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding “%1” is not known on this computer. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Python pickle. Reading one can run any program, so Passel does not. Where you trust it, convert it with Python: DocumentArray.load_binary(&apos;in.bin&apos;).save_binary(&apos;out.protobuf.gzip&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file needs about %1 MB of memory; %2 MB may be used here. Open a part of it, or use a computer with more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with the mark of gzip; it is unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this compressed file. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is compressed in a way that Passel does not unpack yet. Unpack it and open what is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no text: it is no CSV, no JSON, and nothing else that Passel reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this file but a mark of its encoding. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel does not read the format “%1”. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel does not write the format “%1”. Choose csv, json or ndjson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” does not say in which format to write. Give it one of the suffixes .csv, .tsv, .json, .ndjson, or these with .gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text ends in the middle of a value. Get the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects and lists are nested more than 256 deep, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has more than 4,096 characters, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid JSON. Look at this place in an editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as text: some values start with a zero, such as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as text: some numbers have more than 15 digits, such as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as text: some values look like telephone numbers, such as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as text: no date shows which number is the day, as in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly all different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 distinct</source>
        <extracomment>about so many distinct values</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; %1&#x2009;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1&#x2009;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#x2009;%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Application</name>
    <message>
        <source>Open a table, put it in order, send a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to open, keys or passel: links to pull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[FILE | KEY | passel://…]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Passel is running and does not answer. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ArrayAssembler</name>
    <message>
        <source>This table needs about %L1 MB of memory, and at most %L2 MB may be used. Pull it on a larger computer, or ask for fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ArrayGridSource</name>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit the column&apos;s type, %1.</source>
        <extracomment>%1 is a type in words, as &quot;whole number&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Arrow</name>
    <message>
        <source>The table data is nested more than %1 deep. Flatten it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table data has more than %1 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stretch of tensors is too large to be shared: a tensor has at most 16 dimensions and 2^26 elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor’s size does not fit its shape. Get the data again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table data is of a version of Apache Arrow that Passel cannot read. Save it with a newer program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table data goes on behind its end, at byte %1. Get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stretch of a column is larger than 2 GiB, which cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CanonicalJson</name>
    <message>
        <source>The description of the table holds something that JSON cannot say.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CellAccessible</name>
    <message>
        <source>%1, row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Certificate</name>
    <message>
        <source>The certificate or its key cannot be used. Give two PEM files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ChunkReader</name>
    <message>
        <source>One record is larger than 64 MiB, which is the limit. Maybe a quotation mark or a bracket is never closed; look at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnChart</name>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3. Click to keep these rows</source>
        <extracomment>A bar of a histogram: from, to, how many rows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnDecoder</name>
    <message>
        <source>A value of the column “%1” is beyond what the column’s type can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents are nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document holds more than %L1 documents.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnEncoder</name>
    <message>
        <source>Documents are nested more than %1 deep. Flatten them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date lies more than five million years away, which cannot be shared. Correct it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document holds more than 2,147,483,647 documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One document holds more than 2 GiB of text, which cannot be shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of the column “%1” is not valid text (UTF-8), which cannot be shared. Read the file again with its right encoding, or leave the column out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnPage</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change type…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows where…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill missing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the cursor to a cell to see what its column holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n value(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing in this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower ¼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper ¼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnProfile</name>
    <message>
        <source>The facts about a column are damaged. The table itself may be whole; they can be counted again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ColumnsEditor</name>
    <message>
        <source>None ticked means every column that fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps and commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ConditionEditor</name>
    <message>
        <source>How the conditions are joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of these are true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of these is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values with commas between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CsvChunkParser</name>
    <message>
        <source>Some cells hold NUL bytes; they are kept. Programs that read this table later may stop at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed. Close it, or choose that cells are not quoted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark stands inside a cell that is not quoted; the cell is kept as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has %1 cells; the limit is 4,096 columns. Look whether the separator is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds %1 bytes; the limit is 16 MiB. Maybe a quotation mark before it is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has %1 cells instead of %2; the others are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has %1 cells instead of %2; the others stand in added columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has %1 columns; the limit is 4,096. Look whether the separator is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of column %1 has more than 64 KiB, which is the limit. Look whether the separator is right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CsvReader</name>
    <message>
        <source>Delimited text (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of the text is UTF-8; it was read as %1. Choose another encoding if letters look wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid here. Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CsvReading</name>
    <message>
        <source>There is nothing in this file but blank lines. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several columns are named “%1”; all are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has %1 rows; the limit is 4,294,967,295. Split the file and open the parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::CsvWriter</name>
    <message>
        <source>Delimited text (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Dataset</name>
    <message>
        <source>Switch a step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch a step off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not fit the column “%2”. Nothing was changed; the column could become text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::DatasetView</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 removed by the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Difference</name>
    <message>
        <source>A table without an id column cannot be compared by id. Name the columns that tell its rows apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not both tables have a column “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::DocumentArray</name>
    <message>
        <source>A table holds at most 4,294,967,295 rows. Split the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit column “%1”, which holds values of the type %2. Change the column&apos;s type first.</source>
        <extracomment>%1 is a column name, %2 a type such as &quot;whole number&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table in memory is damaged. Open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::DocumentJson</name>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::DocumentTable</name>
    <message>
        <source>The documents have more than 4,096 different tags, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents are nested more than 64 deep, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One document holds more than 100,000 chunks and matches, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value holds %1 bytes; the limit is 16 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate); it was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This id has more than 4 KiB, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document must be an object; this is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON is UTF-8, but this is not. Choose another encoding, or get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows the end of the list; it is not part of the table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::EmptyPage</name>
    <message>
        <source>Open a table, put it in order, send a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, TSV, JSON or NDJSON, also as .gz. Or press to choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key from a colleague, or cells copied from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10,000 bird strikes (FAA) or 1,707 earthquakes (USGS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files and shares</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Error</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ExportSheet</name>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As DocArray documents with all attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the rows’ ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compressed (.gz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a &apos; before cells that a spreadsheet would compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cell needs it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::FileActions</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bird strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earthquakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.json *.ndjson *.jsonl *.gz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bird strikes: 10,000 reports of aircraft striking wildlife (FAA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earthquakes: 1,707 events of one week (USGS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the FAA Wildlife Strike Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the USGS feed Ǌll earthquakes, past week”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel recipe (*.passel-recipe.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel recipe (*.passel-recipe.json *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped. Only the first %1 are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were guarded against formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::FileBlobStore</name>
    <message>
        <source>A part has another size than was announced. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part was changed on its way. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all parts have arrived. Send the missing ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::FileSystem</name>
    <message>
        <source>%1 does not exist. Check the name and the folder.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to open %1. Ask for access or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so %1 was not written. Free some space and try again; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot %2 %1: %3.</source>
        <extracomment>%1 is a file name, %2 what was being done, %3 the system&apos;s reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is larger than the %n byte(s) allowed here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::FileTokenStore</name>
    <message>
        <source>The token file %1 can be read by others. Allow it to yourself alone: chmod 600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 holds no token. It must hold one that begins with psl_pat_, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token comes from the file %1, which PASSEL_TOKEN_FILE names, and is not changed by Passel. Unset PASSEL_TOKEN_FILE to use the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::FilterPopup</name>
    <message>
        <source>Keep rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows where %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequent values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::FindBar</name>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which hit of how many.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 hit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::GridView</name>
    <message>
        <source>%1: %2 rows. Click to filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing. Click to filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Click to change the type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. Click to change the type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Click to sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>a row that stands only in the newer version</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::GzipWriter</name>
    <message>
        <source>There is not enough memory to compress this file. Close other tables and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::HttpExchange</name>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is for another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is self-signed and was not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody this computer trusts has issued its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate was revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection could be agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 is not secure: %2. Nothing was sent. Ask who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows another public key than the one you confirmed. Nothing was sent. Ask who runs the server for a new invitation if it was changed on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running, and your connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not answered for too long. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was cut. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: the network refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants to lead elsewhere, which a share server never does. Check its address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::HttpServer</name>
    <message>
        <source>%1 is not an address to listen on. Use one such as 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already listens on %1. End it, or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to listen on %1. Choose a port above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate and the key do not belong together or are not PEM files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::IconvStream</name>
    <message>
        <source>Byte %1 does not belong to the encoding %2. Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::InflateStream</name>
    <message>
        <source>There is not enough memory to unpack this file. Close other tables and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed file ends too early, after %1 bytes. Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This compressed file holds another compressed file; only 1 layer is unpacked. Unpack it once and open what is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other bytes follow the compressed data at byte %1, so that some of the file would be lost. Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed file is damaged: its checksum is wrong at byte %1. Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed file is damaged at byte %1. Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file unpacks to more than 4 GiB, which is the limit. Unpack it first and open the part that you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file unpacks to more than 200 times its size, as files do that are made to fill a memory. If you trust it, allow it (on the command line: --allow-expand).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin: stay with this cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Invite</name>
    <message>
        <source>This is not a whole invitation. Copy all of it again; it begins with psl_inv_.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::IssueModel</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::IssuePanel</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy line numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues found while reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found in %2, the first %3 are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found in %2, all rows checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::JsonChunkParser</name>
    <message>
        <source>This number has too many digits to calculate with; it is kept as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN and Infinity are no valid JSON; they are read as numbers that are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate); it is kept as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of this member has more than 64 KiB, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The objects have more than 4,096 different members, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value holds %1 bytes; the limit is 16 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member “%1” stands twice in this object; the last one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON is UTF-8, but this is not. Choose another encoding, or get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This element is no object, while others are. Every row must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows the end of the list; it is not part of the table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::JsonGuard</name>
    <message>
        <source>The description of the share is damaged. Get it again from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the share is nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the share has more than %L1 values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::JsonReader</name>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is an empty JSON list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is a JSON list of DocArray documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is a JSON list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text starts like a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line of the text is a JSON value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::JsonReading</name>
    <message>
        <source>The objects have more than 4,096 different members, which is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has %1 rows; the limit is 4,294,967,295. Split the file and open the parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows the end of the list; it is not part of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON is one value and no list of rows. Put the objects into a list [ … ], or one on each line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::JsonWriter</name>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::KeychainTokenStore</name>
    <message>
        <source>The keychain is locked, so the token for this server cannot be read or kept. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer as it should. Try again, or sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::MainWindow</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Push…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ull…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step or &amp;command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Passel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel %1: a table with a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a step or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its changes were not saved to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no table and no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy some cells or a key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes in %1 are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files themselves were never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 •</source>
        <extracomment>A table with changes that are not saved, on its tab.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Passel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop what is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abort</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Manifest</name>
    <message>
        <source>The description of the share is larger than 64 MiB, or unpacks to more than 200 times its size, and is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the share is not the one that was sent. Get it again from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the share is damaged (at “%1”). Get it again from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share has more than %L1 parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents of the share are nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share has more than %L1 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of the share is larger than 1 GiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share was made by a newer Passel. Update Passel to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share needs “%1”, which this version of Passel does not have. Update Passel to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the table is larger than 64 MiB. Leave out columns, or shorten its note and views.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the share is larger than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Media</name>
    <message>
        <source>This cell holds no picture that Passel knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is too large to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::NestedLevels</name>
    <message>
        <source>row %1, %2 (%3)</source>
        <extracomment>A step of the path into nested documents: row, column, how many documents.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::PaletteModel</name>
    <message>
        <source>%1, not possible now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::PartCodec</name>
    <message>
        <source>A part of the share is damaged. Get it again from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of the column “%1” is larger than 1 GiB, which cannot be shared. Leave the column out, or split the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share is compressed with “%1”, which this version of Passel does not know. Update Passel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the share is larger than 8 MiB, which is refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::PullJob</name>
    <message>
        <source>This key belongs to %1, not to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::PushJob</name>
    <message>
        <source>“%1” is no key. A key has 2 to 63 small letters, digits, - and _, and begins and ends with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps a share for at most %n day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The table has no column %1, so it cannot be pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share %1 is not the version you started from: there is a newer one. Pull it and look, or override it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share %1 is not there any more, so this did not replace it. Push it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with another version than was pushed. Look at the list of shares before you send the key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ReadOptions</name>
    <message>
        <source>The reading option “%1” is unknown or has a value of the wrong kind. Remove it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ReadStrip</name>
    <message>
        <source>UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1252, Western</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 8859-15, Western</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1250, Central Europe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows-1251, Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift JIS, Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the table was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read, nothing dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header in line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>types from all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members are columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DocArray documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::RecentList</name>
    <message>
        <source>opened today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pulled today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pulled yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A date without and with the year, in Qt&apos;s form: &quot;Fri 13 Nov&quot;, &quot;13 Nov 2025&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pulled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number, written with grouping.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires in %1 d</source>
        <extracomment>Days, then hours, then minutes, each in its short form.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires in %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires in %1 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::RecipeModel</name>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no steps yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::RowModel</name>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: on its way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::RowPage</name>
    <message>
        <source>Values of the row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Segment</name>
    <message>
        <source>A table segment is damaged (%1). Open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::SegmentHandle</name>
    <message>
        <source>A part of the table has another number of rows than announced. Pull it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ServerEntry</name>
    <message>
        <source>This is no entry of a share server: it needs an address that begins with https, and a pin of 64 digits if any.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ServerMain</name>
    <message>
        <source>--listen takes ADDRESS:PORT, for example 127.0.0.1:8123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key are given together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose --self-signed or a certificate of your own, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--public-url takes an address such as https://share.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--ttl-cap-days takes 1 to 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scopes takes pull, push and manage, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--expires-days takes 1 to 90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invitation needs the server&apos;s address: start the server once, or give --public-url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an address that others can use safely. Start the server with --self-signed or a certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Share tables by key.

  passel-server --data DIR --listen 127.0.0.1:8123
  passel-server token add USER --scopes pull,push,manage --data DIR [--invite]
  passel-server token list --data DIR
  passel-server token revoke ID --data DIR
  passel-server check [--read-data] --data DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that holds everything; made when it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to listen; port 0 takes any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address that clients use, when it is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate chain, PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its private key, PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make and keep a certificate; clients pin its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest life of a share, 1 to 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a token may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life of a token, 1 to 90 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print one string to paste: address, pin and token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and verify every file, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token add|list|revoke, or check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data DIR says where everything is kept. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such command. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ShareClient</name>
    <message>
        <source>You are signed out here, but %1 could not be told. The token stays valid there until it expires or is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the storage refused the part (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part that came from %1 is damaged and was not used. Try again; if it stays so, ask who sent you the key to push it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ShareFailure</name>
    <message>
        <source>You are not signed in to %1. Paste the invitation that whoever runs it gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know your token. Sign in again with a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token for %1 has expired. Sign in again with a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token for %1 was revoked. Sign in again with a new invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token for %1 does not allow this. Ask whoever runs the server for one that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a newer version of Passel. Update Passel and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer and the one of %1 differ too much. Set the clock and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no share %2 at %1 that you may pull: the key is mistyped, the share has expired or was deleted, or it is not open to you. Ask who sent you the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share %2 at %1 has expired. Push it again to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That version of %2 is not kept at %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take the key %2. A key has small letters, digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %2 belongs to somebody else at %1. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share %2 at %1 is not the version you started from: somebody pushed another one or removed it. Pull it and look, or override it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is larger than %1 takes. Leave out columns or rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space at %1 is used up. Delete shares that are not needed any more, or ask whoever runs the server for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no space left. Tell whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to wait before trying again: there were too many attempts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy at the moment. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a fault at the moment. Try again later, or tell whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot reach its storage at the moment. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot record downloads at the moment, and gives none without that. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows nothing of this push any more. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows nothing of this pull any more. Pull again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks a part of %2. Ask who sent you the key to push it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The push took longer than a day, and %1 has dropped it. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some parts have not arrived at %1. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address that %1 gave is too old. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part arrived damaged at %1. Push again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 there is no share server of Passel, or an older one. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 there is no share server that this Passel understands. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ShareKey</name>
    <message>
        <source>This is not a key. A key is a name such as river-tango-58-cobalt-mb, or a link that contains one. Copy it again from the message you got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 has a typing mistake. Did you mean %2?</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 has a typing mistake. Compare it with the message you got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not encrypted (http). Ask the sender for one that begins with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key opens a sealed share, which this version of Passel cannot open. Install a newer version, or ask for a key without a seal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code after the name must have 20 letters and digits. Copy the whole key again from the message you got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code after the name has a typing mistake. Compare it with the message you got.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::SharePack</name>
    <message>
        <source>The table has too many large cells: it would need %L1 parts, and a share has at most %L2. Leave out columns, or share fewer rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ShareServer</name>
    <message>
        <source>A user&apos;s name has 1 to 64 visible characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token with this id. See: passel-server token list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another share server already uses the folder %1. End it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ShareTransport</name>
    <message>
        <source>%1 names a storage address that it did not announce. Nothing was sent. Ask who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running, and your connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not answered for too long. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Sheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::SortKeysEditor</name>
    <message>
        <source>Then by another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not sort by this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>descending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::SqlMetadataStore</name>
    <message>
        <source>The share server cannot use its database. Check that its folder can be written and the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder was made by a newer version of Passel. Install that version, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program is missing. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of the share server is damaged. Restore the data folder from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::StatusRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of the share server and its state, as &quot;share.example: connected&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::StepSheet</name>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change step</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would be lost, such as %1.</source>
        <extracomment>%1 are examples of cells that do not fit, in quotation marks.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::StepWords</name>
    <message>
        <source>The column “%1” (%2) cannot become: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 to %2 written %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of “%1” cannot be read as: %2. The first is “%3” in row %4. Nothing was changed; a step “Change type” makes such cells missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear %1 in row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 in row %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another column is already called “%1”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “keep-rows” has a condition that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>between the last two of a list, as in &quot;a, b and c&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anything is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <extracomment>behind a list of five columns</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be compared with the column “%2” (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop duplicate rows, keep the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop duplicate rows, keep the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop rows with the same %1, keep the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop rows with the same %1, keep the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not fit the column “%2” (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill missing cells of %1 from above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill missing cells of %1 from below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill missing cells of %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” has a wrong value for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” lacks a value for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a recipe of Passel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe was made by a newer Passel (%1). Update Passel to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is larger than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rows where %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows where %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Insert %1 before row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column “%1”. It was renamed or removed, or this is another table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column must be given by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed in %2</source>
        <extracomment>%1 is &quot;12 cells&quot;, %2 is &quot;2 columns&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) sorted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) could not be done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found from the cells when empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename column</source>
        <extracomment>Synonyms of a step that a palette finds it by, separated by &quot;, &quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, header, title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete, drop, hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reorder, order, position, front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cast, convert, date, number, text, parse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take as type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strip, whitespace, blanks, collapse, clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one space of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper, lower, capitals, title, sentence, small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAPITALS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each Word With A Capital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First letter a capital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>substitute, find, regex, regular expression, remove text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cells only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\1 in the replacement is the first group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill missing cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill down, null, empty, na, default, blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter, where, select, remove rows, condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order, ascending, descending, rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop duplicate rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique, distinct, deduplicate, repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type over cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Passel does not know the step “%1”. A newer one may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” was made by a newer Passel (its version %2, known here up to %3). Update Passel to use this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” lacks its version or its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every text column</source>
        <extracomment>stands for a list of columns</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim and collapse spaces in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim spaces in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 in capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 in small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write each word of %1 with a capital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin %1 with a capital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what matches %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what matches %1 with %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace %1 with %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::StripRow</name>
    <message>
        <source>How the table was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What the word is about, and the word, as &quot;Encoding: UTF-8&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Sweep</name>
    <message>
        <source>No share refers to the file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No share refers to the new file %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 has another size than was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 was changed or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TabRow</name>
    <message>
        <source>Open tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TableActions</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make cell &amp;missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;type…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reorder columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tri&amp;m spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALL &amp;CAPITALS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all &amp;small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title &amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capitalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>substitute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill &amp;missing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are too many for the clipboard. Nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step was made in the table. Change it there, or switch it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows where this is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep rows with “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied is larger than the table from here on. Only what fits was pasted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TextMatcher</name>
    <message>
        <source>The pattern has %1 characters; at most %2 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: %1 at character %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular expression %1 takes too many steps on some cells. Make it simpler, for example without a repetition inside a repetition.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TopValuesModel</name>
    <message>
        <source>(empty text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Click to keep these rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TopValuesView</name>
    <message>
        <source>Most frequent values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::TypedColumn</name>
    <message>
        <source>Kept as text: its numbers are written in too many ways.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::ViewActions</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roomy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profiles in the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector and recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect the &amp;column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect the &amp;row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Passel is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Words</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number of rows, written with grouping; choose the form by the count.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <extracomment>%1 is the number of cells, written with grouping; choose the form by the count.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 column(s)</source>
        <extracomment>%1 is the number of columns, written with grouping; choose the form by the count.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number, as in &quot;28 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::Zstd</name>
    <message>
        <source>Compressed data is damaged and cannot be unpacked. Get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::cli</name>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“passel --help” shows what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“passel %1 --help” shows how it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file to read and the file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output cannot take both the table and the answer of --json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells begin like a formula and got a &apos; before them (--no-formula-guard leaves them as they are).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a file in another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passel convert [options] IN OUT

Reads IN and writes OUT in the format of its suffix: .csv, .tsv, .json, .ndjson,
each also with .gz. - stands for standard input or output.
  --to FORMAT         csv, json or ndjson, whatever the suffix
  --delimiter CHAR    between the cells of CSV; tab for a tab
  --crlf              lines of CSV end as on Windows
  --no-header         CSV without the line of names
  --no-formula-guard  leave cells that begin with = + - @ as they are
  --with-ids          a column of derived ids
  --documents         JSON as DocArray writes it
  --allow-expand      unpack also what grows to more than 200 times its size
  --json              the account as one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read from standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input gave more than 4 GiB, which is the limit. Write it to a file and name that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to standard output: whoever read it has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one file, or - for standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passel inspect [--json] [--allow-expand] FILE

Loads FILE (- for standard input) and prints its rows, columns and oddities.
  --json          one JSON object on one line
  --allow-expand  unpack also what grows to more than 200 times its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passel %1: open a table, prepare it, send it by key

passel COMMAND [options]
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>

“passel COMMAND --help” says more about one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or use a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns stand in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: %1 added, %2 removed, %3 changed. Cells: %4 changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, %2: %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the two files to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what differs between two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passel diff [options] BEFORE AFTER

Compares two tables cell by cell. Exit code 0: equal, 1: different, 2 or
more: could not be compared. Cells are compared by value, whatever form
they are written in.
  --by-id         rows belong together that have the same id
  --key COLUMNS   rows belong together that are equal in these columns,
                  separated by commas
  --allow-expand  unpack also what grows to more than 200 times its size
  --json          the account as one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 (switched off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   row %1, %2: “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the recipe, the file to read, and with -o the file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do a recipe to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passel run [options] RECIPE IN -o OUT

Reads IN as the recipe&apos;s first step says, does its steps and writes OUT in the
format of its suffix. - stands for standard input or output.
  --sniff             look at IN itself to find out how to read it
  --keep-going        pass over a step that cannot be done; the exit code is 2
  --to FORMAT         csv, json or ndjson, whatever the suffix
  --no-formula-guard  leave cells that begin with = + - @ as they are
  --with-ids          a column of derived ids
  --allow-expand      unpack also what grows to more than 200 times its size
  --json              the account of each step as one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::cli::Arguments</name>
    <message>
        <source>The option %1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::protocol</name>
    <message>
        <source>The field &quot;%1&quot; of the message is missing or not valid.</source>
        <extracomment>%1 is the name of a field in a message between programs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has a field that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is larger than is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole access token. Copy all of it again; it begins with psl_pat_.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passel::traverse</name>
    <message>
        <source>The path “%1” cannot be read at character %2. Paths look like @r, @c, @m,cc or @c[0:2].</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
