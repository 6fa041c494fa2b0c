<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>passel::Application</name>
    <message>
        <source>Open a table, put it in order, send a key.</source>
        <translation>Eine Tabelle öffnen, in Ordnung bringen, einen Schlüssel senden.</translation>
    </message>
    <message>
        <source>Files to open, keys or passel: links to pull.</source>
        <translation>Zu öffnende Dateien, Schlüssel oder zu holende passel:-Links.</translation>
    </message>
    <message>
        <source>[FILE | KEY | passel://…]…</source>
        <translation>[DATEI | SCHLÜSSEL | passel://…]…</translation>
    </message>
    <message>
        <source>Another Passel is running and does not answer. Close it and try again.</source>
        <translation>Ein anderes Passel läuft und antwortet nicht. Schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The Passel that is running takes at most %L1 files at once. Open fewer.</source>
        <translation>Das laufende Passel nimmt höchstens %L1 Dateien auf einmal. Öffnen Sie weniger.</translation>
    </message>
</context>
<context>
    <name>passel::ArrayAssembler</name>
    <message>
        <source>This table needs about %L1 MB of memory, and at most %L2 MB may be used. Pull it on a larger computer, or ask for fewer columns.</source>
        <translation>Diese Tabelle braucht etwa %L1 MB Speicher, und höchstens %L2 MB dürfen verwendet werden. Holen Sie sie auf einem größeren Computer oder fordern Sie weniger Spalten an.</translation>
    </message>
</context>
<context>
    <name>passel::ArrayGridSource</name>
    <message>
        <source>%1 documents</source>
        <translation>%1 Dokumente</translation>
    </message>
    <message>
        <source>This does not fit the column&apos;s type, %1.</source>
        <extracomment>%1 is a type in words, as &quot;whole number&quot;</extracomment>
        <translation>Dies passt nicht zum Typ der Spalte, %1.</translation>
    </message>
    <message>
        <source>other %1</source>
        <translation>andere %1</translation>
    </message>
    <message>
        <source>all missing</source>
        <translation>alle fehlen</translation>
    </message>
    <message>
        <source>nearly all different</source>
        <translation>fast alle verschieden</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 Zahlen</translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation>%1 Buchstaben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <comment>in one cell</comment>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>all different</source>
        <translation>alle verschieden</translation>
    </message>
</context>
<context>
    <name>passel::Arrow</name>
    <message>
        <source>The table data is nested more than %1 deep. Flatten it first.</source>
        <translation>Die Tabellendaten sind mehr als %1 Ebenen tief verschachtelt. Machen Sie sie zuerst flacher.</translation>
    </message>
    <message>
        <source>The table data has more than %1 columns.</source>
        <translation>Die Tabellendaten haben mehr als %1 Spalten.</translation>
    </message>
    <message>
        <source>One stretch of tensors is too large to be shared: a tensor has at most 16 dimensions and 2^26 elements.</source>
        <translation>Ein Abschnitt von Tensoren ist zu groß, um freigegeben zu werden: Ein Tensor hat höchstens 16 Dimensionen und 2^26 Elemente.</translation>
    </message>
    <message>
        <source>A tensor’s size does not fit its shape. Get the data again from where it came.</source>
        <translation>Die Größe eines Tensors passt nicht zu seiner Form. Holen Sie die Daten erneut von dort, woher sie kamen.</translation>
    </message>
    <message>
        <source>The table data is of a version of Apache Arrow that Passel cannot read. Save it with a newer program and try again.</source>
        <translation>Die Tabellendaten haben eine Version von Apache Arrow, die Passel nicht lesen kann. Speichern Sie sie mit einem neueren Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The table data goes on behind its end, at byte %1. Get it again from where it came.</source>
        <translation>Die Tabellendaten gehen nach ihrem Ende weiter, bei Byte %1. Holen Sie sie erneut von dort, woher sie kamen.</translation>
    </message>
    <message>
        <source>One stretch of a column is larger than 2 GiB, which cannot be written.</source>
        <translation>Ein Abschnitt einer Spalte ist größer als 2 GiB und kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The table data is damaged and cannot be read. Get it again from where it came.</source>
        <translation>Die Tabellendaten sind beschädigt und nicht lesbar. Holen Sie sie erneut von dort, woher sie kamen.</translation>
    </message>
    <message>
        <source>The table data ends too early, at byte %1. Get it again from where it came.</source>
        <translation>Die Tabellendaten enden zu früh, bei Byte %1. Holen Sie sie erneut von dort, woher sie kamen.</translation>
    </message>
    <message>
        <source>The table data uses “%1” of Apache Arrow, which Passel cannot read. Save it without that and try again.</source>
        <translation>Die Tabellendaten verwenden „%1“ aus Apache Arrow, was Passel nicht lesen kann. Speichern Sie sie ohne dies und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The column “%1” holds values of another type (Arrow’s %2) than it says. Get the data again from where it came.</source>
        <translation>Die Spalte „%1“ enthält Werte eines anderen Typs (%2 in Arrow), als sie angibt. Holen Sie die Daten erneut von dort, woher sie kamen.</translation>
    </message>
    <message>
        <source>One stretch of the column “%1” holds more than %L2 documents, which is the limit.</source>
        <translation>Ein Abschnitt der Spalte „%1“ enthält mehr als %L2 Dokumente; das ist die Grenze.</translation>
    </message>
</context>
<context>
    <name>passel::BannerSlot</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>passel::ByteSource</name>
    <message>
        <source>This file was changed while it was read, maybe by another program that writes it. Open it again.</source>
        <translation>Diese Datei wurde geändert, während sie gelesen wurde, vielleicht von einem anderen Programm, das sie schreibt. Öffnen Sie sie erneut.</translation>
    </message>
</context>
<context>
    <name>passel::CanonicalJson</name>
    <message>
        <source>The description of the table holds something that JSON cannot say.</source>
        <translation>Die Beschreibung der Tabelle enthält etwas, das JSON nicht ausdrücken kann.</translation>
    </message>
</context>
<context>
    <name>passel::Certificate</name>
    <message>
        <source>The certificate or its key cannot be used. Give two PEM files that belong together.</source>
        <translation>Das Zertifikat oder sein Schlüssel ist nicht verwendbar. Geben Sie zwei zusammengehörige PEM-Dateien an.</translation>
    </message>
</context>
<context>
    <name>passel::ChunkReader</name>
    <message>
        <source>One record is larger than 64 MiB, which is the limit. Maybe a quotation mark or a bracket is never closed; look at byte %1.</source>
        <translation>Ein Datensatz ist größer als 64 MiB; das ist die Grenze. Vielleicht wird ein Anführungszeichen oder eine Klammer nie geschlossen; sehen Sie bei Byte %1 nach.</translation>
    </message>
</context>
<context>
    <name>passel::ColumnChart</name>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>%1 median</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>%1 to %2: %3. Click to keep these rows</source>
        <extracomment>A bar of a histogram: from, to, how many rows.</extracomment>
        <translation>%1 bis %2: %3. Klicken, um diese Zeilen zu behalten</translation>
    </message>
    <message>
        <source>about %1 median</source>
        <translation>Median etwa %1</translation>
    </message>
</context>
<context>
    <name>passel::ColumnDecoder</name>
    <message>
        <source>A value of the column “%1” is beyond what the column’s type can hold.</source>
        <translation>Ein Wert der Spalte „%1“ übersteigt, was der Typ der Spalte fassen kann.</translation>
    </message>
    <message>
        <source>Documents are nested more than %1 deep.</source>
        <translation>Dokumente sind mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>A document holds more than %L1 documents.</source>
        <translation>Ein Dokument enthält mehr als %L1 Dokumente.</translation>
    </message>
</context>
<context>
    <name>passel::ColumnEncoder</name>
    <message>
        <source>Documents are nested more than %1 deep. Flatten them first.</source>
        <translation>Dokumente sind mehr als %1 Ebenen tief verschachtelt. Machen Sie sie zuerst flacher.</translation>
    </message>
    <message>
        <source>A date lies more than five million years away, which cannot be shared. Correct it first.</source>
        <translation>Ein Datum liegt mehr als fünf Millionen Jahre entfernt und kann nicht freigegeben werden. Berichtigen Sie es zuerst.</translation>
    </message>
    <message>
        <source>One document holds more than 2 GiB of text, which cannot be shared.</source>
        <translation>Ein Dokument enthält mehr als 2 GiB Text und kann nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>A cell of the column “%1” is not valid text (UTF-8), which cannot be shared. Read the file again with its right encoding, or leave the column out.</source>
        <translation>Eine Zelle der Spalte „%1“ ist kein gültiger Text (UTF-8) und kann nicht freigegeben werden. Lesen Sie die Datei erneut mit der richtigen Kodierung oder lassen Sie die Spalte weg.</translation>
    </message>
</context>
<context>
    <name>passel::ColumnPage</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Change type…</source>
        <translation>Typ ändern…</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Häufigste</translation>
    </message>
    <message>
        <source>Keep rows where…</source>
        <translation>Zeilen behalten, wo…</translation>
    </message>
    <message>
        <source>Fill missing…</source>
        <translation>Fehlende auffüllen…</translation>
    </message>
    <message>
        <source>No column chosen</source>
        <translation>Keine Spalte gewählt</translation>
    </message>
    <message>
        <source>Move the cursor to a cell to see what its column holds.</source>
        <translation>Setzen Sie den Cursor in eine Zelle, um zu sehen, was ihre Spalte enthält.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>So far: %1 of %2</source>
        <translation>Bisher: %1 von %2</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n value(s)</source>
        <translation>
            <numerusform>%n Wert zeigen</numerusform>
            <numerusform>%n Werte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing in this column</source>
        <translation>In dieser Spalte fehlt nichts</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Lower ¼</source>
        <translation>Unteres ¼</translation>
    </message>
    <message>
        <source>Upper ¼</source>
        <translation>Oberes ¼</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>passel::ColumnProfile</name>
    <message>
        <source>The facts about a column are damaged. The table itself may be whole; they can be counted again.</source>
        <translation>Die Angaben über eine Spalte sind beschädigt. Die Tabelle selbst kann heil sein; sie lassen sich neu zählen.</translation>
    </message>
</context>
<context>
    <name>passel::ColumnTicks</name>
    <message>
        <source>Columns to push</source>
        <translation>Freizugebende Spalten</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keine ankreuzen</translation>
    </message>
</context>
<context>
    <name>passel::ColumnType</name>
    <message>
        <source>yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>decimal number</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>nested value</source>
        <translation>verschachtelter Wert</translation>
    </message>
    <message>
        <source>numbers in a grid</source>
        <translation>Zahlen im Raster</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
</context>
<context>
    <name>passel::ColumnsEditor</name>
    <message>
        <source>None ticked means every column that fits</source>
        <translation>Keine angekreuzt bedeutet: jede passende Spalte</translation>
    </message>
    <message>
        <source>Tick a column.</source>
        <translation>Haken Sie eine Spalte an.</translation>
    </message>
</context>
<context>
    <name>passel::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find a step or command</source>
        <translation>Schritt oder Befehl suchen</translation>
    </message>
    <message>
        <source>Steps and commands</source>
        <translation>Schritte und Befehle</translation>
    </message>
    <message>
        <source>No step or command has these words.</source>
        <translation>Kein Schritt oder Befehl enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>passel::ConditionEditor</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>Wie die Bedingungen verknüpft sind</translation>
    </message>
    <message>
        <source>all of these are true</source>
        <translation>alle davon treffen zu</translation>
    </message>
    <message>
        <source>any of these is true</source>
        <translation>mindestens eine davon trifft zu</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>values with commas between</source>
        <translation>Werte mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>passel::CsvReader</name>
    <message>
        <source>Delimited text (CSV)</source>
        <translation>Text mit Trennzeichen (CSV)</translation>
    </message>
    <message>
        <source>Not all of the text is UTF-8; it was read as %1. Choose another encoding if letters look wrong.</source>
        <translation>Nicht der ganze Text ist UTF-8; er wurde als %1 gelesen. Wählen Sie eine andere Kodierung, wenn Buchstaben falsch aussehen.</translation>
    </message>
    <message>
        <source>The text is not valid here. Choose another encoding.</source>
        <translation>Der Text ist hier ungültig. Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>Some cells hold NUL bytes; they are kept. Programs that read this table later may stop at them.</source>
        <translation>Einige Zellen enthalten NUL-Bytes; sie bleiben erhalten. Programme, die diese Tabelle später lesen, können dort abbrechen.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed. Close it, or choose that cells are not quoted.</source>
        <translation>Hier wird ein Anführungszeichen geöffnet und nie geschlossen. Schließen Sie es oder wählen Sie, dass Zellen keine Anführungszeichen haben.</translation>
    </message>
    <message>
        <source>A quotation mark stands inside a cell that is not quoted; the cell is kept as it is written.</source>
        <translation>Ein Anführungszeichen steht in einer Zelle ohne Anführungszeichen; die Zelle bleibt, wie sie geschrieben ist.</translation>
    </message>
    <message>
        <source>This row has %1 cells; the limit is 4,096 columns. Look whether the separator is right.</source>
        <translation>Diese Zeile hat %1 Zellen; die Grenze sind 4.096 Spalten. Prüfen Sie, ob das Trennzeichen stimmt.</translation>
    </message>
    <message>
        <source>This cell holds %1 bytes; the limit is 16 MiB. Maybe a quotation mark before it is never closed.</source>
        <translation>Diese Zelle enthält %1 Bytes; die Grenze sind 16 MiB. Vielleicht wird ein Anführungszeichen davor nie geschlossen.</translation>
    </message>
    <message>
        <source>The header has %1 columns; the limit is 4,096. Look whether the separator is right.</source>
        <translation>Die Kopfzeile hat %1 Spalten; die Grenze ist 4.096. Prüfen Sie, ob das Trennzeichen stimmt.</translation>
    </message>
    <message>
        <source>The name of column %1 has more than 64 KiB, which is the limit. Look whether the separator is right.</source>
        <translation>Der Name der Spalte %1 hat mehr als 64 KiB; das ist die Grenze. Prüfen Sie, ob das Trennzeichen stimmt.</translation>
    </message>
    <message>
        <source>There is nothing in this file but blank lines. Open another one.</source>
        <translation>Diese Datei enthält nur leere Zeilen. Öffnen Sie eine andere.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Several columns are named “%1”; all are kept.</source>
        <translation>Mehrere Spalten heißen „%1“; alle bleiben erhalten.</translation>
    </message>
    <message>
        <source>Several columns have no name; all are kept.</source>
        <translation>Mehrere Spalten haben keinen Namen; alle werden behalten.</translation>
    </message>
    <message>
        <source>This table has %1 rows; the limit is 4,294,967,295. Split the file and open the parts.</source>
        <translation>Diese Tabelle hat %1 Zeilen; die Grenze ist 4.294.967.295. Teilen Sie die Datei und öffnen Sie die Teile.</translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation>Diese Datei ist leer. Öffnen Sie eine andere.</translation>
    </message>
    <message numerus="yes">
        <source>This row has %Ln cell(s) instead of %L1; the others are missing.</source>
        <translation>
            <numerusform>Diese Zeile hat %Ln Zelle statt %L1; die übrigen fehlen.</numerusform>
            <numerusform>Diese Zeile hat %Ln Zellen statt %L1; die übrigen fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This row has %Ln cell(s) instead of %L1; the others stand in added columns.</source>
        <translation>
            <numerusform>Diese Zeile hat %Ln Zelle statt %L1; die übrigen stehen in angefügten Spalten.</numerusform>
            <numerusform>Diese Zeile hat %Ln Zellen statt %L1; die übrigen stehen in angefügten Spalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %Ln line(s) above the table: “%1”.</source>
        <translation>
            <numerusform>%Ln Zeile über der Tabelle wurde ausgelassen: „%1“.</numerusform>
            <numerusform>%Ln Zeilen über der Tabelle wurden ausgelassen: „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %Ln blank line(s) between rows.</source>
        <translation>
            <numerusform>%Ln leere Zeile zwischen den Zeilen wurde ausgelassen.</numerusform>
            <numerusform>%Ln leere Zeilen zwischen den Zeilen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %Ln byte(s) from here on as Windows-1252; the rest of the text is valid UTF-8.</source>
        <translation>
            <numerusform>%Ln Byte ab hier als Windows-1252 gelesen; der übrige Text ist gültiges UTF-8.</numerusform>
            <numerusform>%Ln Bytes ab hier als Windows-1252 gelesen; der übrige Text ist gültiges UTF-8.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::CsvSniffer</name>
    <message>
        <source>The first row is taken as the header.</source>
        <translation>Die erste Zeile gilt als Kopfzeile.</translation>
    </message>
    <message>
        <source>The first row is empty, so that it is no header.</source>
        <translation>Die erste Zeile ist leer und daher keine Kopfzeile.</translation>
    </message>
    <message>
        <source>The first row holds values already, so that it is no header.</source>
        <translation>Die erste Zeile enthält bereits Werte und ist daher keine Kopfzeile.</translation>
    </message>
    <message>
        <source>The first row holds names above columns of numbers or dates.</source>
        <translation>In der ersten Zeile stehen Namen über Spalten mit Zahlen oder Datumsangaben.</translation>
    </message>
    <message>
        <source>The first row looks like the others; it is taken as the header.</source>
        <translation>Die erste Zeile sieht aus wie die anderen; sie gilt als Kopfzeile.</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>The first line says which separator it is.</source>
        <translation>Die erste Zeile nennt das Trennzeichen.</translation>
    </message>
    <message>
        <source>Separated by %1: %2 of the first %3 rows have %4 cells.</source>
        <translation>Getrennt durch %1: %2 der ersten %3 Zeilen haben %4 Zellen.</translation>
    </message>
    <message>
        <source>No separator divides the rows alike: this is one column.</source>
        <translation>Kein Trennzeichen teilt die Zeilen gleichmäßig: Dies ist eine einzige Spalte.</translation>
    </message>
    <message>
        <source>The first %1 lines are no part of the table.</source>
        <translation>Die ersten %1 Zeilen gehören nicht zur Tabelle.</translation>
    </message>
</context>
<context>
    <name>passel::CsvWriter</name>
    <message>
        <source>Delimited text (CSV)</source>
        <translation>Text mit Trennzeichen (CSV)</translation>
    </message>
</context>
<context>
    <name>passel::Dataset</name>
    <message>
        <source>Read in another way</source>
        <translation>Anders einlesen</translation>
    </message>
    <message>
        <source>Switch a step on</source>
        <translation>Schritt einschalten</translation>
    </message>
    <message>
        <source>Switch a step off</source>
        <translation>Schritt ausschalten</translation>
    </message>
    <message>
        <source>Comment a step</source>
        <translation>Schritt kommentieren</translation>
    </message>
    <message>
        <source>Change a step</source>
        <translation>Schritt ändern</translation>
    </message>
    <message>
        <source>Remove a step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>Move a step</source>
        <translation>Schritt verschieben</translation>
    </message>
    <message>
        <source>“%1” does not fit the column “%2”. Nothing was changed; the column could become text.</source>
        <translation>„%1“ passt nicht zur Spalte „%2“. Nichts wurde geändert; die Spalte könnte zu Text werden.</translation>
    </message>
</context>
<context>
    <name>passel::DatasetView</name>
    <message>
        <source>%1 is still being written. Save again when that is done.</source>
        <translation>%1 wird noch geschrieben. Speichern Sie erneut, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 of %2 removed by the recipe</source>
        <translation>%1 von %2 durch das Rezept entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 in view</source>
        <translation>%1, %2 sichtbar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>passel::Difference</name>
    <message>
        <source>A table without an id column cannot be compared by id. Name the columns that tell its rows apart.</source>
        <translation>Eine Tabelle ohne id-Spalte lässt sich nicht nach id vergleichen. Nennen Sie die Spalten, die ihre Zeilen unterscheiden.</translation>
    </message>
    <message>
        <source>Not both tables have a column “%1”.</source>
        <translation>Nicht beide Tabellen haben eine Spalte „%1“.</translation>
    </message>
</context>
<context>
    <name>passel::DocumentArray</name>
    <message>
        <source>A table holds at most 4,294,967,295 rows. Split the data.</source>
        <translation>Eine Tabelle fasst höchstens 4.294.967.295 Zeilen. Teilen Sie die Daten.</translation>
    </message>
    <message>
        <source>This does not fit column “%1”, which holds values of the type %2. Change the column&apos;s type first.</source>
        <extracomment>%1 is a column name, %2 a type such as &quot;whole number&quot;</extracomment>
        <translation>Dies passt nicht zur Spalte „%1“, die Werte des Typs %2 enthält. Ändern Sie zuerst den Typ der Spalte.</translation>
    </message>
    <message>
        <source>The table in memory is damaged. Open the file again.</source>
        <translation>Die Tabelle im Speicher ist beschädigt. Öffnen Sie die Datei erneut.</translation>
    </message>
</context>
<context>
    <name>passel::DocumentJson</name>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text in base64</source>
        <translation>ein Text in Base64</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>eine Liste von Zahlen</translation>
    </message>
    <message>
        <source>a list of documents</source>
        <translation>eine Liste von Dokumenten</translation>
    </message>
    <message>
        <source>The attribute “%1” must be %2 here.</source>
        <translation>Das Attribut „%1“ muss hier %2 sein.</translation>
    </message>
    <message>
        <source>The buffer of this tensor is no base64.</source>
        <translation>Der Puffer dieses Tensors ist kein Base64.</translation>
    </message>
    <message>
        <source>The shape of this tensor is no list of sizes.</source>
        <translation>Die Form dieses Tensors ist keine Liste von Größen.</translation>
    </message>
    <message>
        <source>This tensor has more than 16 dimensions, which is the limit.</source>
        <translation>Dieser Tensor hat mehr als 16 Dimensionen; das ist die Grenze.</translation>
    </message>
    <message>
        <source>Passel does not know the number type “%1” of this tensor.</source>
        <translation>Passel kennt den Zahlentyp „%1“ dieses Tensors nicht.</translation>
    </message>
    <message>
        <source>This tensor has more than 67,108,864 elements, which is the limit.</source>
        <translation>Dieser Tensor hat mehr als 67.108.864 Elemente; das ist die Grenze.</translation>
    </message>
    <message>
        <source>The buffer of this tensor has %1 bytes; its shape needs %2.</source>
        <translation>Der Puffer dieses Tensors hat %1 Bytes; seine Form verlangt %2.</translation>
    </message>
    <message>
        <source>This tensor has no data.</source>
        <translation>Dieser Tensor enthält keine Daten.</translation>
    </message>
    <message>
        <source>The lists of this tensor do not nest alike.</source>
        <translation>Die Listen dieses Tensors sind nicht gleich tief verschachtelt.</translation>
    </message>
    <message>
        <source>The lists of this tensor differ in length.</source>
        <translation>Die Listen dieses Tensors sind verschieden lang.</translation>
    </message>
    <message>
        <source>A tensor holds numbers only.</source>
        <translation>Ein Tensor enthält nur Zahlen.</translation>
    </message>
    <message>
        <source>The documents have more than 4,096 different tags, which is the limit.</source>
        <translation>Die Dokumente haben mehr als 4.096 verschiedene Tags; das ist die Grenze.</translation>
    </message>
    <message>
        <source>Documents are nested more than 64 deep, which is the limit.</source>
        <translation>Dokumente sind mehr als 64 Ebenen tief verschachtelt; das ist die Grenze.</translation>
    </message>
    <message>
        <source>One document holds more than 100,000 chunks and matches, which is the limit.</source>
        <translation>Ein Dokument enthält mehr als 100.000 Chunks und Treffer; das ist die Grenze.</translation>
    </message>
    <message>
        <source>This value holds %1 bytes; the limit is 16 MiB.</source>
        <translation>Dieser Wert enthält %1 Bytes; die Grenze sind 16 MiB.</translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate); it was replaced.</source>
        <translation>Dieser Text enthält ein halbes Zeichen (ein einzelnes Surrogat); es wurde ersetzt.</translation>
    </message>
    <message>
        <source>This id has more than 4 KiB, which is the limit.</source>
        <translation>Diese id hat mehr als 4 KiB; das ist die Grenze.</translation>
    </message>
    <message>
        <source>A document must be an object; this is none.</source>
        <translation>Ein Dokument muss ein Objekt sein; dies ist keines.</translation>
    </message>
    <message>
        <source>JSON is UTF-8, but this is not. Choose another encoding, or get the file again.</source>
        <translation>JSON ist UTF-8, dies aber nicht. Wählen Sie eine andere Kodierung oder holen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>The member “%1” stands twice in this object; the last one is taken.</source>
        <translation>Der Eintrag „%1“ steht zweimal in diesem Objekt; der letzte gilt.</translation>
    </message>
    <message>
        <source>This sparse tensor is large; it is kept as JSON.</source>
        <translation>Dieser dünn besetzte Tensor ist groß; er wird als JSON behalten.</translation>
    </message>
    <message>
        <source>The indices of this sparse tensor do not fit its values.</source>
        <translation>Die Indizes dieses dünn besetzten Tensors passen nicht zu seinen Werten.</translation>
    </message>
    <message>
        <source>This tensor holds complex numbers; it is kept as JSON.</source>
        <translation>Dieser Tensor enthält komplexe Zahlen; er wird als JSON behalten.</translation>
    </message>
    <message>
        <source>An index of this sparse tensor lies outside its shape.</source>
        <translation>Ein Index dieses dünn besetzten Tensors liegt außerhalb seiner Form.</translation>
    </message>
</context>
<context>
    <name>passel::EmbeddedServer</name>
    <message>
        <source>The server on this computer is not running.</source>
        <translation>Der Server auf diesem Computer läuft nicht.</translation>
    </message>
    <message>
        <source>Open the server to the network first: now only this computer can reach it.</source>
        <translation>Öffnen Sie den Server zuerst für das Netz: Jetzt kann ihn nur dieser Computer erreichen.</translation>
    </message>
    <message>
        <source>This computer has no address on a network. Connect it and open the server again.</source>
        <translation>Dieser Computer hat keine Adresse in einem Netz. Verbinden Sie ihn und öffnen Sie den Server erneut.</translation>
    </message>
</context>
<context>
    <name>passel::EmptyPage</name>
    <message>
        <source>Open a table, put it in order, send a key.</source>
        <translation>Eine Tabelle öffnen, in Ordnung bringen, einen Schlüssel senden.</translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation>Datei hier ablegen</translation>
    </message>
    <message>
        <source>CSV, TSV, JSON or NDJSON, also as .gz. Or press to choose one</source>
        <translation>CSV, TSV, JSON oder NDJSON, auch als .gz. Oder klicken, um eine zu wählen</translation>
    </message>
    <message>
        <source>Paste a key or a table</source>
        <translation>Schlüssel oder Tabelle einfügen</translation>
    </message>
    <message>
        <source>A key from a colleague, or cells copied from anywhere</source>
        <translation>Ein Schlüssel von Kollegen oder Zellen, von irgendwo kopiert</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>10,000 bird strikes (FAA) or 1,707 earthquakes (USGS)</source>
        <translation>10.000 Vogelschläge (FAA) oder 1.707 Erdbeben (USGS)</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Find in recent</source>
        <translation>In zuletzt Verwendeten suchen</translation>
    </message>
    <message>
        <source>Recent files and shares</source>
        <translation>Zuletzt verwendete Dateien und Freigaben</translation>
    </message>
</context>
<context>
    <name>passel::Encoding</name>
    <message>
        <source>Byte %1 does not belong to the encoding %2. Choose another encoding.</source>
        <translation>Byte %1 gehört nicht zur Kodierung %2. Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>The text is no UTF-8; its letters look like %1.</source>
        <translation>Der Text ist kein UTF-8; seine Buchstaben sehen nach %1 aus.</translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-8.</source>
        <translation>Die Datei beginnt mit der Kennung von UTF-8.</translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-32.</source>
        <translation>Die Datei beginnt mit der Kennung von UTF-32.</translation>
    </message>
    <message>
        <source>The file starts with the mark of UTF-16.</source>
        <translation>Die Datei beginnt mit der Kennung von UTF-16.</translation>
    </message>
    <message>
        <source>Every second byte is zero, as in UTF-16.</source>
        <translation>Jedes zweite Byte ist null, wie in UTF-16.</translation>
    </message>
    <message>
        <source>The text is valid UTF-8.</source>
        <translation>Der Text ist gültiges UTF-8.</translation>
    </message>
    <message>
        <source>Nearly all letters of the text are valid UTF-8.</source>
        <translation>Fast alle Buchstaben des Textes sind gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known on this computer. Choose another one.</source>
        <translation>Die Kodierung „%1“ ist auf diesem Computer nicht bekannt. Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>passel::Error</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>passel::ExportSheet</name>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Column names in the first line</source>
        <translation>Spaltennamen in der ersten Zeile</translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets</source>
        <translation>Vor Formeln in Tabellenkalkulationen schützen</translation>
    </message>
    <message>
        <source>As DocArray documents with all attributes</source>
        <translation>Als DocArray-Dokumente mit allen Attributen</translation>
    </message>
    <message>
        <source>With the rows’ ids</source>
        <translation>Mit den ids der Zeilen</translation>
    </message>
    <message>
        <source>Compressed (.gz)</source>
        <translation>Komprimiert (.gz)</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Ort wählen…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Puts a &apos; before cells that a spreadsheet would compute</source>
        <translation>Setzt ein &apos; vor Zellen, die eine Tabellenkalkulation berechnen würde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Guard against formulas in spreadsheets (%1)</source>
        <translation>Vor Formeln in Tabellenkalkulationen schützen (%1)</translation>
    </message>
    <message>
        <source>no cell needs it</source>
        <translation>keine Zelle braucht es</translation>
    </message>
</context>
<context>
    <name>passel::FileActions</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>load</source>
        <translation>laden</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>read a file</source>
        <translation>Datei lesen</translation>
    </message>
    <message>
        <source>Open an &amp;example</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>bird strikes</source>
        <translation>Vogelschläge</translation>
    </message>
    <message>
        <source>earthquakes</source>
        <translation>Erdbeben</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>download</source>
        <translation>herunterladen</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>remove tab</source>
        <translation>Tab entfernen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>&amp;Save recipe…</source>
        <translation>Rezept &amp;speichern…</translation>
    </message>
    <message>
        <source>export steps</source>
        <translation>Schritte exportieren</translation>
    </message>
    <message>
        <source>&amp;Load recipe…</source>
        <translation>Rezept &amp;laden…</translation>
    </message>
    <message>
        <source>import steps</source>
        <translation>Schritte importieren</translation>
    </message>
    <message>
        <source>apply recipe</source>
        <translation>Rezept anwenden</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.json *.ndjson *.jsonl *.gz)</source>
        <translation>Tabellen (*.csv *.tsv *.tab *.txt *.json *.ndjson *.jsonl *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Bird strikes: 10,000 reports of aircraft striking wildlife (FAA)</source>
        <translation>Vogelschläge: 10.000 Meldungen von Zusammenstößen zwischen Flugzeugen und Wildtieren (FAA)</translation>
    </message>
    <message>
        <source>Earthquakes: 1,707 events of one week (USGS)</source>
        <translation>Erdbeben: 1.707 Ereignisse einer Woche (USGS)</translation>
    </message>
    <message>
        <source>from the FAA Wildlife Strike Database</source>
        <translation>aus der Wildlife Strike Database der FAA</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Table (*.%1)</source>
        <translation>Tabelle (*.%1)</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Passel recipe (*.passel-recipe.json)</source>
        <translation>Passel-Rezept (*.passel-recipe.json)</translation>
    </message>
    <message>
        <source>Recipe saved as %1</source>
        <translation>Rezept als %1 gespeichert</translation>
    </message>
    <message>
        <source>Load a recipe</source>
        <translation>Rezept laden</translation>
    </message>
    <message>
        <source>Passel recipe (*.passel-recipe.json *.json)</source>
        <translation>Passel-Rezept (*.passel-recipe.json *.json)</translation>
    </message>
    <message>
        <source>Reading was stopped. Only the first %1 are here.</source>
        <translation>Das Lesen wurde angehalten. Nur die ersten %1 sind hier.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 were guarded against formulas.</source>
        <translation>%1 wurden vor Formeln geschützt.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Als %1 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n Hinweis.</numerusform>
            <numerusform>%n Hinweise.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first: %1</source>
        <translation>Der erste: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>from the USGS feed “All earthquakes, past week”</source>
        <translation>aus dem USGS-Feed „All earthquakes, past week“</translation>
    </message>
    <message>
        <source>Read without quotes</source>
        <translation>Ohne Anführungszeichen lesen</translation>
    </message>
</context>
<context>
    <name>passel::FileBlobStore</name>
    <message>
        <source>A part has another size than was announced. Send it again.</source>
        <translation>Ein Teil hat eine andere Größe als angekündigt. Senden Sie ihn erneut.</translation>
    </message>
    <message>
        <source>A part was changed on its way. Send it again.</source>
        <translation>Ein Teil wurde unterwegs verändert. Senden Sie ihn erneut.</translation>
    </message>
    <message>
        <source>Not all parts have arrived. Send the missing ones.</source>
        <translation>Nicht alle Teile sind angekommen. Senden Sie die fehlenden.</translation>
    </message>
</context>
<context>
    <name>passel::FileSystem</name>
    <message>
        <source>%1 does not exist. Check the name and the folder.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>%1 ist nicht vorhanden. Prüfen Sie den Namen und den Ordner.</translation>
    </message>
    <message>
        <source>You are not allowed to open %1. Ask for access or choose another file.</source>
        <translation>Sie dürfen %1 nicht öffnen. Bitten Sie um Zugriff oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The disk is full, so %1 was not written. Free some space and try again; nothing was lost.</source>
        <translation>Der Datenträger ist voll, daher wurde %1 nicht geschrieben. Schaffen Sie Platz und versuchen Sie es erneut; nichts ging verloren.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose a file.</source>
        <translation>%1 ist keine gewöhnliche Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is not a regular file, so that nothing was written. Choose another name; for standard output, use -.</source>
        <translation>%1 ist keine gewöhnliche Datei, daher wurde nichts geschrieben. Wählen Sie einen anderen Namen; für die Standardausgabe nehmen Sie -.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is larger than the %n byte(s) allowed here.</source>
        <translation>
            <numerusform>%1 ist größer als das hier erlaubte %n Byte.</numerusform>
            <numerusform>%1 ist größer als die hier erlaubten %n Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot open %1: %2.</source>
        <extracomment>%1 is a file name, %2 the system&apos;s reason; so in the next sentences</extracomment>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Cannot save %1: %2.</source>
        <translation>%1 lässt sich nicht speichern: %2.</translation>
    </message>
    <message>
        <source>Cannot make %1: %2.</source>
        <translation>%1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>Cannot remove %1: %2.</source>
        <translation>%1 lässt sich nicht entfernen: %2.</translation>
    </message>
    <message>
        <source>Cannot look at %1: %2.</source>
        <translation>%1 lässt sich nicht abfragen: %2.</translation>
    </message>
    <message>
        <source>Cannot change %1: %2.</source>
        <translation>%1 lässt sich nicht ändern: %2.</translation>
    </message>
    <message>
        <source>Cannot list %1: %2.</source>
        <translation>Der Inhalt von %1 lässt sich nicht auflisten: %2.</translation>
    </message>
</context>
<context>
    <name>passel::FileTokenStore</name>
    <message>
        <source>The token file %1 can be read by others. Allow it to yourself alone: chmod 600.</source>
        <translation>Andere können die Token-Datei %1 lesen. Erlauben Sie es nur sich selbst: chmod 600.</translation>
    </message>
    <message>
        <source>The file %1 holds no token. It must hold one that begins with psl_pat_, and nothing else.</source>
        <translation>Die Datei %1 enthält kein Token. Sie muss eines enthalten, das mit psl_pat_ beginnt, und sonst nichts.</translation>
    </message>
    <message>
        <source>The token comes from the file %1, which PASSEL_TOKEN_FILE names, and is not changed by Passel. Unset PASSEL_TOKEN_FILE to use the keychain.</source>
        <translation>Das Token kommt aus der Datei %1, die PASSEL_TOKEN_FILE nennt, und wird von Passel nicht geändert. Heben Sie PASSEL_TOKEN_FILE auf, um den Schlüsselbund zu verwenden.</translation>
    </message>
</context>
<context>
    <name>passel::FilterPopup</name>
    <message>
        <source>Keep rows</source>
        <translation>Zeilen behalten</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Keep rows where %1</source>
        <translation>Zeilen behalten, wo %1</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation>Wert eingeben</translation>
    </message>
    <message>
        <source>Frequent values</source>
        <translation>Häufige Werte</translation>
    </message>
    <message>
        <source>(empty text)</source>
        <translation>(leerer Text)</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>(fehlt)</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
</context>
<context>
    <name>passel::FindBar</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>In der Tabelle suchen</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which hit of how many.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 hit(s)</source>
        <translation>
            <numerusform>%1 Treffer</numerusform>
            <numerusform>%1 Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passel::Format</name>
    <message>
        <source>This is a Python pickle. Reading one can run any program, so Passel does not. Where you trust it, convert it with Python: DocumentArray.load_binary(&apos;in.bin&apos;).save_binary(&apos;out.protobuf.gzip&apos;).</source>
        <translation>Dies ist ein Python-Pickle. Beim Lesen kann ein beliebiges Programm ablaufen, daher liest Passel es nicht. Wenn Sie der Datei vertrauen, wandeln Sie sie mit Python um: DocumentArray.load_binary(&apos;in.bin&apos;).save_binary(&apos;out.protobuf.gzip&apos;).</translation>
    </message>
    <message>
        <source>This file needs about %1 MB of memory; %2 MB may be used here. Open a part of it, or use a computer with more memory.</source>
        <translation>Diese Datei braucht etwa %1 MB Speicher; %2 MB dürfen hier verwendet werden. Öffnen Sie einen Teil davon oder nehmen Sie einen Computer mit mehr Speicher.</translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation>Diese Datei ist leer. Öffnen Sie eine andere.</translation>
    </message>
    <message>
        <source>The file starts with the mark of gzip; it is unpacked.</source>
        <translation>Die Datei beginnt mit der Kennung von gzip; sie wird entpackt.</translation>
    </message>
    <message>
        <source>There is nothing in this compressed file. Open another one.</source>
        <translation>Diese komprimierte Datei ist leer. Öffnen Sie eine andere.</translation>
    </message>
    <message>
        <source>This file is compressed in a way that Passel does not unpack yet. Unpack it and open what is inside.</source>
        <translation>Diese Datei ist auf eine Weise komprimiert, die Passel noch nicht entpackt. Entpacken Sie sie und öffnen Sie den Inhalt.</translation>
    </message>
    <message>
        <source>This file holds no text: it is no CSV, no JSON, and nothing else that Passel reads.</source>
        <translation>Diese Datei enthält keinen Text: Sie ist weder CSV noch JSON noch sonst etwas, das Passel liest.</translation>
    </message>
    <message>
        <source>There is nothing in this file but a mark of its encoding. Open another one.</source>
        <translation>Diese Datei enthält nur die Kennung ihrer Kodierung. Öffnen Sie eine andere.</translation>
    </message>
    <message>
        <source>Passel does not read the format “%1”. Choose another one.</source>
        <translation>Passel liest das Format „%1“ nicht. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Passel does not write the format “%1”. Choose csv, json or ndjson.</source>
        <translation>Passel schreibt das Format „%1“ nicht. Wählen Sie csv, json oder ndjson.</translation>
    </message>
    <message>
        <source>The name “%1” does not say in which format to write. Give it one of the suffixes .csv, .tsv, .json, .ndjson, or these with .gz.</source>
        <translation>Der Name „%1“ sagt nicht, in welchem Format geschrieben werden soll. Geben Sie ihm eine der Endungen .csv, .tsv, .json, .ndjson oder eine davon mit .gz.</translation>
    </message>
    <message>
        <source>The text is JSON. It starts like DocArray documents, but row %L1 is none.</source>
        <translation>Der Text ist JSON. Er beginnt wie DocArray-Dokumente, aber Zeile %L1 ist keines.</translation>
    </message>
    <message>
        <source>This is a DocArray binary file, which Passel does not read yet. Convert it with Python: DocumentArray.load_binary(&apos;in.protobuf&apos;).save_json(&apos;out.json&apos;).</source>
        <translation>Das ist eine Binärdatei von DocArray, die Passel noch nicht liest. Wandeln Sie sie mit Python um: DocumentArray.load_binary(&apos;in.protobuf&apos;).save_json(&apos;out.json&apos;).</translation>
    </message>
</context>
<context>
    <name>passel::GridView</name>
    <message>
        <source>%1: %2 rows. Click to filter.</source>
        <translation>%1: %2 Zeilen. Klicken, um zu filtern.</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 missing. Click to filter.</source>
        <translation>%1 fehlen. Klicken, um zu filtern.</translation>
    </message>
    <message>
        <source>%1. Click to change the type.</source>
        <translation>%1. Klicken, um den Typ zu ändern.</translation>
    </message>
    <message>
        <source>%1, %2. Click to change the type.</source>
        <translation>%1, %2. Klicken, um den Typ zu ändern.</translation>
    </message>
    <message>
        <source>%1. Click to sort.</source>
        <translation>%1. Klicken, um zu sortieren.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>a row that stands only in the newer version</extracomment>
        <translation>neu</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, vorher: %2</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln distinct</source>
        <comment>different values of a column</comment>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln verschiedene</numerusform>
        </translation>
    </message>
    <message>
        <source>sorted ascending</source>
        <translation>aufsteigend sortiert</translation>
    </message>
    <message>
        <source>sorted descending</source>
        <translation>absteigend sortiert</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>about %1 distinct</source>
        <extracomment>about so many distinct values</extracomment>
        <translation>etwa %1 verschiedene</translation>
    </message>
    <message>
        <source>&lt; %1&#x2009;%</source>
        <translation>&lt; %1&#x2009;%</translation>
    </message>
    <message>
        <source>&gt; %1&#x2009;%</source>
        <translation>&gt; %1&#x2009;%</translation>
    </message>
    <message>
        <source>%1&#x2009;%</source>
        <translation>%1&#x2009;%</translation>
    </message>
</context>
<context>
    <name>passel::Gzip</name>
    <message>
        <source>There is not enough memory to unpack this file. Close other tables and try again.</source>
        <translation>Der Speicher reicht nicht, um diese Datei zu entpacken. Schließen Sie andere Tabellen und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The compressed file ends too early, after %1 bytes. Get it again from where it came from.</source>
        <translation>Die komprimierte Datei endet zu früh, nach %1 Bytes. Holen Sie sie erneut von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>This compressed file holds another compressed file; only 1 layer is unpacked. Unpack it once and open what is inside.</source>
        <translation>Diese komprimierte Datei enthält eine weitere komprimierte Datei; nur 1 Schicht wird entpackt. Entpacken Sie sie einmal und öffnen Sie den Inhalt.</translation>
    </message>
    <message>
        <source>Other bytes follow the compressed data at byte %1, so that some of the file would be lost. Get it again from where it came from.</source>
        <translation>Bei Byte %1 folgen andere Bytes auf die komprimierten Daten, sodass ein Teil der Datei verloren ginge. Holen Sie sie erneut von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>The compressed file is damaged: its checksum is wrong at byte %1. Get it again from where it came from.</source>
        <translation>Die komprimierte Datei ist beschädigt: Ihre Prüfsumme stimmt bei Byte %1 nicht. Holen Sie sie erneut von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>The compressed file is damaged at byte %1. Get it again from where it came from.</source>
        <translation>Die komprimierte Datei ist bei Byte %1 beschädigt. Holen Sie sie erneut von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>This file unpacks to more than 4 GiB, which is the limit. Unpack it first and open the part that you need.</source>
        <translation>Diese Datei wird entpackt größer als 4 GiB; das ist die Grenze. Entpacken Sie sie zuerst und öffnen Sie den Teil, den Sie brauchen.</translation>
    </message>
    <message>
        <source>This file unpacks to more than 200 times its size, as files do that are made to fill a memory. If you trust it, allow it (on the command line: --allow-expand).</source>
        <translation>Diese Datei wird entpackt mehr als 200-mal so groß, wie es Dateien tun, die einen Speicher füllen sollen. Wenn Sie ihr vertrauen, erlauben Sie es (auf der Befehlszeile: --allow-expand).</translation>
    </message>
    <message>
        <source>There is not enough memory to compress this file. Close other tables and try again.</source>
        <translation>Der Speicher reicht nicht, um diese Datei zu komprimieren. Schließen Sie andere Tabellen und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>passel::HttpExchange</name>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation>%1 hat etwas geantwortet, das Passel nicht versteht. Prüfen Sie die Adresse oder fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>sein Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>its certificate is not valid yet</source>
        <translation>sein Zertifikat ist noch nicht gültig</translation>
    </message>
    <message>
        <source>its certificate is for another host</source>
        <translation>sein Zertifikat gilt für einen anderen Host</translation>
    </message>
    <message>
        <source>its certificate is self-signed and was not confirmed</source>
        <translation>sein Zertifikat ist selbst signiert und wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>nobody this computer trusts has issued its certificate</source>
        <translation>sein Zertifikat stammt von niemandem, dem dieser Computer vertraut</translation>
    </message>
    <message>
        <source>its certificate was revoked</source>
        <translation>sein Zertifikat wurde widerrufen</translation>
    </message>
    <message>
        <source>its key is too weak (%1 bits)</source>
        <translation>sein Schlüssel ist zu schwach (%1 Bit)</translation>
    </message>
    <message>
        <source>this computer does not accept its certificate</source>
        <translation>dieser Computer nimmt sein Zertifikat nicht an</translation>
    </message>
    <message>
        <source>no secure connection could be agreed on</source>
        <translation>es ließ sich keine sichere Verbindung vereinbaren</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure: %2. Nothing was sent. Ask who runs the server.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher: %2. Nichts wurde gesendet. Fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>%1 shows another public key than the one you confirmed. Nothing was sent. Ask who runs the server for a new invitation if it was changed on purpose.</source>
        <translation>%1 zeigt einen anderen öffentlichen Schlüssel als den, den Sie bestätigt haben. Nichts wurde gesendet. Bitten Sie den Betreiber des Servers um eine neue Einladung, falls er absichtlich geändert wurde.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running, and your connection.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie, ob der Server läuft, und Ihre Verbindung.</translation>
    </message>
    <message>
        <source>%1 has not answered for too long. Try again later.</source>
        <translation>%1 hat zu lange nicht geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut. Try again.</source>
        <translation>Die Verbindung zu %1 wurde unterbrochen. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: the network refused it.</source>
        <translation>%1 ist nicht erreichbar: Das Netz hat es abgelehnt.</translation>
    </message>
    <message>
        <source>%1 wants to lead elsewhere, which a share server never does. Check its address.</source>
        <translation>%1 will anderswohin weiterleiten, was ein Freigabeserver nie tut. Prüfen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>passel::HttpServer</name>
    <message>
        <source>%1 is not an address to listen on. Use one such as 127.0.0.1.</source>
        <translation>%1 ist keine Adresse, auf der sich lauschen lässt. Nehmen Sie eine wie 127.0.0.1.</translation>
    </message>
    <message>
        <source>Another program already listens on %1. End it, or choose another port.</source>
        <translation>Ein anderes Programm lauscht bereits auf %1. Beenden Sie es oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>You are not allowed to listen on %1. Choose a port above 1023.</source>
        <translation>Sie dürfen nicht auf %1 lauschen. Wählen Sie einen Port über 1023.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Auf %1 lässt sich nicht lauschen: %2.</translation>
    </message>
    <message>
        <source>The certificate and the key do not belong together or are not PEM files.</source>
        <translation>Das Zertifikat und der Schlüssel gehören nicht zusammen oder sind keine PEM-Dateien.</translation>
    </message>
</context>
<context>
    <name>passel::IdCheck</name>
    <message numerus="yes">
        <source>%n document(s) without an id; all were kept.</source>
        <translation>
            <numerusform>%n Dokument ohne ID; alle wurden behalten.</numerusform>
            <numerusform>%n Dokumente ohne ID; alle wurden behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The id “%1” of row %L2 is that of row %L3 too. Both were kept; looking it up finds the first.</source>
        <translation>Die ID „%1“ der Zeile %L2 hat auch Zeile %L3. Beide wurden behalten; beim Nachschlagen gilt die erste.</translation>
    </message>
</context>
<context>
    <name>passel::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Pin: stay with this cell</source>
        <translation>Anheften: bei dieser Zelle bleiben</translation>
    </message>
</context>
<context>
    <name>passel::InvitationField</name>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Paste the line that begins with psl_inv_</source>
        <translation>Die Zeile einfügen, die mit psl_inv_ beginnt</translation>
    </message>
    <message>
        <source>One line with the server&apos;s address, its fingerprint and your token.</source>
        <translation>Eine Zeile mit der Adresse des Servers, seinem Fingerabdruck und Ihrem Token.</translation>
    </message>
    <message>
        <source>The address in this invitation is none of a share server. Ask for a new one.</source>
        <translation>Die Adresse in dieser Einladung gehört zu keinem Freigabeserver. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>This invitation is for %1, and the key is on %2.</source>
        <translation>Diese Einladung gilt für %1, der Schlüssel liegt aber auf %2.</translation>
    </message>
    <message>
        <source>%1, with a certificate of its own. Compare its fingerprint with the one you were told:</source>
        <translation>%1, mit einem eigenen Zertifikat. Vergleichen Sie seinen Fingerabdruck mit dem, der Ihnen genannt wurde:</translation>
    </message>
    <message>
        <source>%1, on this computer.</source>
        <extracomment>%1 is an address such as 127.0.0.1:8790, which only this computer can reach</extracomment>
        <translation>%1, auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1, with a usual certificate.</source>
        <translation>%1, mit einem üblichen Zertifikat.</translation>
    </message>
</context>
<context>
    <name>passel::InvitationSheet</name>
    <message>
        <source>Sign in to a share server</source>
        <translation>Bei einem Freigabeserver anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Invitation</source>
        <translation>&amp;Einladung</translation>
    </message>
    <message>
        <source>%1 Ask for an invitation to %2.</source>
        <extracomment>%1 why, %2 a server</extracomment>
        <translation>%1 Bitten Sie um eine Einladung für %2.</translation>
    </message>
</context>
<context>
    <name>passel::Invite</name>
    <message>
        <source>This is not a whole invitation. Copy all of it again; it begins with psl_inv_.</source>
        <translation>Dies ist keine vollständige Einladung. Kopieren Sie sie noch einmal ganz; sie beginnt mit psl_inv_.</translation>
    </message>
</context>
<context>
    <name>passel::IssueModel</name>
    <message>
        <source>line %1</source>
        <translation>Dateizeile %1</translation>
    </message>
</context>
<context>
    <name>passel::IssuePanel</name>
    <message>
        <source>Issues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Copy line numbers</source>
        <translation>Zeilennummern kopieren</translation>
    </message>
    <message>
        <source>Close issues</source>
        <translation>Hinweise schließen</translation>
    </message>
    <message>
        <source>Issues found while reading</source>
        <translation>Beim Lesen gefundene Hinweise</translation>
    </message>
    <message>
        <source>%1 found in %2, the first %3 are listed</source>
        <translation>%1 in %2 gefunden, die ersten %3 sind aufgeführt</translation>
    </message>
    <message>
        <source>%1 found in %2, all rows checked</source>
        <translation>%1 in %2 gefunden, alle Zeilen geprüft</translation>
    </message>
</context>
<context>
    <name>passel::JsonGuard</name>
    <message>
        <source>The description of the share is damaged. Get it again from the server.</source>
        <translation>Die Beschreibung der Freigabe ist beschädigt. Holen Sie sie erneut vom Server.</translation>
    </message>
    <message>
        <source>The description of the share is nested more than %1 deep.</source>
        <translation>Die Beschreibung der Freigabe ist mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The description of the share has more than %L1 values.</source>
        <translation>Die Beschreibung der Freigabe hat mehr als %L1 Werte.</translation>
    </message>
</context>
<context>
    <name>passel::JsonReader</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>The text is an empty JSON list.</source>
        <translation>Der Text ist eine leere JSON-Liste.</translation>
    </message>
    <message>
        <source>The text is a JSON list of DocArray documents.</source>
        <translation>Der Text ist eine JSON-Liste von DocArray-Dokumenten.</translation>
    </message>
    <message>
        <source>The text is a JSON list.</source>
        <translation>Der Text ist eine JSON-Liste.</translation>
    </message>
    <message>
        <source>The text starts like a JSON object.</source>
        <translation>Der Text beginnt wie ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Each line of the text is a JSON value.</source>
        <translation>Jede Zeile des Textes ist ein JSON-Wert.</translation>
    </message>
    <message>
        <source>The name of this member holds half of a character (a lone surrogate); it is kept as it is written.</source>
        <translation>Der Name dieses Mitglieds enthält ein halbes Zeichen (ein einzelnes Surrogat); er wird behalten, wie er geschrieben ist.</translation>
    </message>
    <message>
        <source>The text is one JSON object: one row.</source>
        <translation>Der Text ist ein JSON-Objekt: eine Zeile.</translation>
    </message>
    <message>
        <source>This number has too many digits to calculate with; it is kept as it is written.</source>
        <translation>Diese Zahl hat zu viele Stellen, um damit zu rechnen; sie bleibt, wie sie geschrieben ist.</translation>
    </message>
    <message>
        <source>NaN and Infinity are no valid JSON; they are read as numbers that are not finite.</source>
        <translation>NaN und Infinity sind kein gültiges JSON; sie werden als nicht endliche Zahlen gelesen.</translation>
    </message>
    <message>
        <source>This text holds half of a character (a lone surrogate); it is kept as it is written.</source>
        <translation>Dieser Text enthält ein halbes Zeichen (ein einzelnes Surrogat); er bleibt, wie er geschrieben ist.</translation>
    </message>
    <message>
        <source>The name of this member has more than 64 KiB, which is the limit.</source>
        <translation>Der Name dieses Eintrags hat mehr als 64 KiB; das ist die Grenze.</translation>
    </message>
    <message>
        <source>The objects have more than 4,096 different members, which is the limit.</source>
        <translation>Die Objekte haben mehr als 4.096 verschiedene Einträge; das ist die Grenze.</translation>
    </message>
    <message>
        <source>This value holds %1 bytes; the limit is 16 MiB.</source>
        <translation>Dieser Wert enthält %1 Bytes; die Grenze sind 16 MiB.</translation>
    </message>
    <message>
        <source>The member “%1” stands twice in this object; the last one is taken.</source>
        <translation>Der Eintrag „%1“ steht zweimal in diesem Objekt; der letzte gilt.</translation>
    </message>
    <message>
        <source>JSON is UTF-8, but this is not. Choose another encoding, or get the file again.</source>
        <translation>JSON ist UTF-8, dies aber nicht. Wählen Sie eine andere Kodierung oder holen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>This element is no object, while others are. Every row must be an object.</source>
        <translation>Dieses Element ist kein Objekt, andere aber schon. Jede Zeile muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>Something follows the end of the list. Remove it, or put all rows into one list, or each list on a line of its own.</source>
        <translation>Nach dem Ende der Liste folgt noch etwas. Entfernen Sie es, oder setzen Sie alle Zeilen in eine Liste oder jede Liste in eine eigene Zeile.</translation>
    </message>
    <message>
        <source>This table has %1 rows; the limit is 4,294,967,295. Split the file and open the parts.</source>
        <translation>Diese Tabelle hat %1 Zeilen; die Grenze ist 4.294.967.295. Teilen Sie die Datei und öffnen Sie die Teile.</translation>
    </message>
    <message>
        <source>This file is empty. Open another one.</source>
        <translation>Diese Datei ist leer. Öffnen Sie eine andere.</translation>
    </message>
    <message>
        <source>This JSON is one value and no list of rows. Put the objects into a list [ … ], or one on each line.</source>
        <translation>Dieses JSON ist ein einzelner Wert und keine Liste von Zeilen. Setzen Sie die Objekte in eine Liste [ … ] oder jedes in eine eigene Zeile.</translation>
    </message>
    <message>
        <source>The text ends in the middle of a value. Get the whole file.</source>
        <translation>Der Text endet mitten in einem Wert. Holen Sie die ganze Datei.</translation>
    </message>
    <message>
        <source>Objects and lists are nested more than 256 deep, which is the limit.</source>
        <translation>Objekte und Listen sind mehr als 256 Ebenen tief verschachtelt; das ist die Grenze.</translation>
    </message>
    <message>
        <source>This number has more than 4,096 characters, which is the limit.</source>
        <translation>Diese Zahl hat mehr als 4.096 Zeichen; das ist die Grenze.</translation>
    </message>
    <message>
        <source>This is no valid JSON. Look at this place in an editor.</source>
        <translation>Dies ist kein gültiges JSON. Sehen Sie sich diese Stelle in einem Editor an.</translation>
    </message>
</context>
<context>
    <name>passel::JsonWriter</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Two columns are called “%1”, but JSON has room for one of each name. The second was written as “%2”.</source>
        <translation>Zwei Spalten heißen „%1“, JSON hat aber nur Platz für eine jedes Namens. Die zweite wurde als „%2“ geschrieben.</translation>
    </message>
</context>
<context>
    <name>passel::KeychainTokenStore</name>
    <message>
        <source>The keychain is locked, so the token for this server cannot be read or kept. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher lässt sich das Token für diesen Server weder lesen noch aufbewahren. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain did not answer as it should. Try again, or sign in again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet, wie er sollte. Versuchen Sie es erneut oder melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>passel::MainWindow</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>einsetzen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>&amp;Push…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>hochladen</translation>
    </message>
    <message>
        <source>share</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>veröffentlichen</translation>
    </message>
    <message>
        <source>P&amp;ull…</source>
        <translation>&amp;Holen…</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>download</source>
        <translation>herunterladen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Shares</source>
        <translation>F&amp;reigaben</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Find a step or &amp;command</source>
        <translation>Schritt oder &amp;Befehl suchen</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>&amp;About Passel</source>
        <translation>Übe&amp;r Passel</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Passel %1: a table with a key.</source>
        <translation>Passel %1: eine Tabelle mit einem Schlüssel.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation>&amp;Freigabe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Find a step or command</source>
        <translation>Schritt oder Befehl suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>Its changes were not saved to a file.</source>
        <translation>Die Änderungen wurden nicht in einer Datei gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The clipboard holds no table and no key.</source>
        <translation>Die Zwischenablage enthält weder Tabelle noch Schlüssel.</translation>
    </message>
    <message>
        <source>Copy some cells or a key first.</source>
        <translation>Kopieren Sie zuerst einige Zellen oder einen Schlüssel.</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>Eingefügte Tabelle</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>aus der Zwischenablage</translation>
    </message>
    <message>
        <source>The changes in %1 are not saved.</source>
        <translation>Die Änderungen in %1 sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>The files themselves were never changed.</source>
        <translation>Die Dateien selbst wurden nie geändert.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne Speichern</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>%1 is still being written.</source>
        <translation>%1 wird noch geschrieben.</translation>
    </message>
    <message>
        <source>The file stays as it was before until that is done.</source>
        <translation>Bis dahin bleibt die Datei, wie sie war.</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Weiter schreiben</translation>
    </message>
    <message>
        <source>Stop writing and close</source>
        <translation>Schreiben abbrechen und schließen</translation>
    </message>
    <message>
        <source>Open a table first</source>
        <translation>Zuerst eine Tabelle öffnen</translation>
    </message>
    <message>
        <source>%1 •</source>
        <extracomment>A table with changes that are not saved, on its tab.</extracomment>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>%1 — Passel</source>
        <translation>%1 — Passel</translation>
    </message>
    <message>
        <source>Passel</source>
        <translation>Passel</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;Stop what is under way</source>
        <translation>Laufendes an&amp;halten</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>%1, line %2:</source>
        <comment>before an error: file, line</comment>
        <translation>%1, Dateizeile %2:</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>before an error: file</comment>
        <translation>%1:</translation>
    </message>
</context>
<context>
    <name>passel::Manifest</name>
    <message>
        <source>The description of the share is larger than 64 MiB, or unpacks to more than 200 times its size, and is refused.</source>
        <translation>Die Beschreibung der Freigabe ist größer als 64 MiB oder wird entpackt mehr als 200-mal so groß und wird abgelehnt.</translation>
    </message>
    <message>
        <source>The description of the share is not the one that was sent. Get it again from the server.</source>
        <translation>Die Beschreibung der Freigabe ist nicht die gesendete. Holen Sie sie erneut vom Server.</translation>
    </message>
    <message>
        <source>The description of the share is damaged (at “%1”). Get it again from the server.</source>
        <translation>Die Beschreibung der Freigabe ist beschädigt (bei „%1“). Holen Sie sie erneut vom Server.</translation>
    </message>
    <message>
        <source>The share has more than %L1 parts.</source>
        <translation>Die Freigabe hat mehr als %L1 Teile.</translation>
    </message>
    <message>
        <source>The documents of the share are nested more than %1 deep.</source>
        <translation>Die Dokumente der Freigabe sind mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The share has more than %L1 columns.</source>
        <translation>Die Freigabe hat mehr als %L1 Spalten.</translation>
    </message>
    <message>
        <source>A cell of the share is larger than 1 GiB.</source>
        <translation>Eine Zelle der Freigabe ist größer als 1 GiB.</translation>
    </message>
    <message>
        <source>This share was made by a newer Passel. Update Passel to open it.</source>
        <translation>Diese Freigabe wurde mit einem neueren Passel erstellt. Aktualisieren Sie Passel, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>This share needs “%1”, which this version of Passel does not have. Update Passel to open it.</source>
        <translation>Diese Freigabe braucht „%1“, was diese Version von Passel nicht hat. Aktualisieren Sie Passel, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The description of the table is larger than 64 MiB. Leave out columns, or shorten its note and views.</source>
        <translation>Die Beschreibung der Tabelle ist größer als 64 MiB. Lassen Sie Spalten weg oder kürzen Sie die Notiz und die Ansichten.</translation>
    </message>
    <message>
        <source>The description of the share is larger than 64 MiB.</source>
        <translation>Die Beschreibung der Freigabe ist größer als 64 MiB.</translation>
    </message>
</context>
<context>
    <name>passel::Media</name>
    <message>
        <source>This cell holds no picture that Passel knows.</source>
        <translation>Diese Zelle enthält kein Bild, das Passel kennt.</translation>
    </message>
    <message>
        <source>This picture is too large to be shown.</source>
        <translation>Dieses Bild ist zu groß, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <translation>Dieses Bild ist beschädigt und kann nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>passel::NestedLevels</name>
    <message>
        <source>row %1, %2 (%3)</source>
        <extracomment>A step of the path into nested documents: row, column, how many documents.</extracomment>
        <translation>Zeile %1, %2 (%3)</translation>
    </message>
</context>
<context>
    <name>passel::PaletteModel</name>
    <message>
        <source>%1, not possible now</source>
        <translation>%1, jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>passel::ParameterEditor</name>
    <message>
        <source>Type the new name.</source>
        <translation>Geben Sie den neuen Namen ein.</translation>
    </message>
</context>
<context>
    <name>passel::PartCodec</name>
    <message>
        <source>A part of the share is damaged. Get it again from the server.</source>
        <translation>Ein Teil der Freigabe ist beschädigt. Holen Sie sie erneut vom Server.</translation>
    </message>
    <message>
        <source>A cell of the column “%1” is larger than 1 GiB, which cannot be shared. Leave the column out, or split the cell.</source>
        <translation>Eine Zelle der Spalte „%1“ ist größer als 1 GiB und kann nicht freigegeben werden. Lassen Sie die Spalte weg oder teilen Sie die Zelle.</translation>
    </message>
    <message>
        <source>This share is compressed with “%1”, which this version of Passel does not know. Update Passel.</source>
        <translation>Diese Freigabe ist mit „%1“ komprimiert, was diese Version von Passel nicht kennt. Aktualisieren Sie Passel.</translation>
    </message>
    <message>
        <source>A part of the share is larger than 8 MiB, which is refused.</source>
        <translation>Ein Teil der Freigabe ist größer als 8 MiB und wird abgelehnt.</translation>
    </message>
</context>
<context>
    <name>passel::PositionEditor</name>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
</context>
<context>
    <name>passel::PullFlow</name>
    <message>
        <source>A key without a server belongs to the server in use, and there is none yet.</source>
        <translation>Ein Schlüssel ohne Server gehört zum verwendeten Server, und es gibt noch keinen.</translation>
    </message>
    <message>
        <source>This key is on a server that you have no invitation for.</source>
        <translation>Dieser Schlüssel liegt auf einem Server, für den Sie keine Einladung haben.</translation>
    </message>
    <message>
        <source>You are signed out of that server.</source>
        <translation>Sie sind von diesem Server abgemeldet.</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <translation>Freigegeben %1</translation>
    </message>
    <message>
        <source>Shared by %1, %2</source>
        <extracomment>%1 a person, %2 a time such as &quot;12 min ago&quot;</extracomment>
        <translation>Freigegeben von %1, %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n recipe step(s)</source>
        <translation>
            <numerusform>%n Rezeptschritt</numerusform>
            <numerusform>%n Rezeptschritte</numerusform>
        </translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>It was pushed from Python in a form that only Python opens until it is pushed again as a table.</source>
        <translation>Sie wurde aus Python in einer Form freigegeben, die nur Python öffnet, bis sie erneut als Tabelle freigegeben wird.</translation>
    </message>
    <message>
        <source>from %1, %2</source>
        <extracomment>%1 a person, %2 a server</extracomment>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>It expired on %1. Ask who sent you the key to push it again.</source>
        <translation>Sie ist am %1 abgelaufen. Bitten Sie den Absender des Schlüssels, sie erneut freizugeben.</translation>
    </message>
    <message>
        <source>%1 was not pulled.</source>
        <translation>%1 wurde nicht geholt.</translation>
    </message>
    <message>
        <source>Try another key…</source>
        <translation>Anderen Schlüssel versuchen…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>first %1 are here, profiles as sent</source>
        <translation>die ersten %1 sind hier, Profile wie gesendet</translation>
    </message>
    <message>
        <source>profiles as sent</source>
        <translation>Profile wie gesendet</translation>
    </message>
    <message>
        <source>These rows are still on their way. Try again once they are here.</source>
        <translation>Diese Zeilen sind noch unterwegs. Versuchen Sie es erneut, sobald sie hier sind.</translation>
    </message>
    <message>
        <source>%1 does not answer, asking again</source>
        <translation>%1 antwortet nicht, wird wieder gefragt</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
</context>
<context>
    <name>passel::PullJob</name>
    <message>
        <source>This key belongs to %1, not to %2.</source>
        <translation>Dieser Schlüssel gehört zu %1, nicht zu %2.</translation>
    </message>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation>%1 hat etwas geantwortet, das Passel nicht versteht. Prüfen Sie die Adresse oder fragen Sie, wer den Server betreibt.</translation>
    </message>
</context>
<context>
    <name>passel::PullSheet</name>
    <message>
        <source>Pull by key</source>
        <translation>Mit Schlüssel holen</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Key or link</source>
        <translation>Schlüssel oder Link</translation>
    </message>
    <message>
        <source>&amp;Key or link</source>
        <translation>&amp;Schlüssel oder Link</translation>
    </message>
    <message>
        <source>What you were sent: a key, or a link that begins with https or passel.</source>
        <translation>Was Ihnen gesendet wurde: ein Schlüssel oder ein Link, der mit https oder passel beginnt.</translation>
    </message>
    <message>
        <source>You have no server yet: the next step asks for an invitation.</source>
        <translation>Sie haben noch keinen Server: Der nächste Schritt fragt nach einer Einladung.</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Von %1.</translation>
    </message>
    <message>
        <source>From %1, a server that is new to you. The key opens this share without signing in.</source>
        <translation>Von %1, einem für Sie neuen Server. Der Schlüssel öffnet diese Freigabe ohne Anmeldung.</translation>
    </message>
    <message>
        <source>From %1, a server that is new to you: the next step asks for its invitation.</source>
        <translation>Von %1, einem für Sie neuen Server: Der nächste Schritt fragt nach seiner Einladung.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
</context>
<context>
    <name>passel::PushFlow</name>
    <message>
        <source>That server is not in your list any more. Choose another one and push again.</source>
        <translation>Dieser Server steht nicht mehr in Ihrer Liste. Wählen Sie einen anderen und geben Sie erneut frei.</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <extracomment>%1 a key</extracomment>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Lives until %1. %2</source>
        <translation>Gilt bis %1. %2</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open to the network…</source>
        <translation>Für das Netz öffnen…</translation>
    </message>
    <message>
        <source>Show shares</source>
        <translation>Freigaben zeigen</translation>
    </message>
    <message>
        <source>Undo copy</source>
        <translation>Kopie zurücknehmen</translation>
    </message>
    <message>
        <source>%1 was not pushed.</source>
        <translation>%1 wurde nicht freigegeben.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Choose another key</source>
        <translation>Anderen Schlüssel wählen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Paste an invitation…</source>
        <translation>Einladung einfügen…</translation>
    </message>
    <message>
        <source>%1 is gone: it has expired or was deleted.</source>
        <translation>%1 ist nicht mehr da: abgelaufen oder gelöscht.</translation>
    </message>
    <message>
        <source>Push it anew</source>
        <translation>Neu freigeben</translation>
    </message>
    <message>
        <source>%1 was first: another version of %2 came %3.</source>
        <translation>%1 war schneller: Eine andere Version von %2 kam %3.</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>Nichts wurde ersetzt.</translation>
    </message>
    <message>
        <source>Push under another key</source>
        <translation>Unter anderem Schlüssel freigeben</translation>
    </message>
    <message>
        <source>Look at theirs</source>
        <translation>Die andere ansehen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>passel::PushJob</name>
    <message>
        <source>“%1” is no key. A key has 2 to 63 small letters, digits, - and _, and begins and ends with a letter or digit.</source>
        <translation>„%1“ ist kein Schlüssel. Ein Schlüssel hat 2 bis 63 Kleinbuchstaben, Ziffern, - und _ und beginnt und endet mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps a share for at most %n day(s).</source>
        <translation>
            <numerusform>%1 bewahrt eine Freigabe höchstens %n Tag auf.</numerusform>
            <numerusform>%1 bewahrt eine Freigabe höchstens %n Tage auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps a share for at most %n hour(s).</source>
        <translation>
            <numerusform>%1 bewahrt eine Freigabe höchstens %n Stunde auf.</numerusform>
            <numerusform>%1 bewahrt eine Freigabe höchstens %n Stunden auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table has no column %1, so it cannot be pushed.</source>
        <translation>Die Tabelle hat keine Spalte %1 und kann daher nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>The share %1 is not the version you started from: there is a newer one. Pull it and look, or override it.</source>
        <translation>Die Freigabe %1 ist nicht die Version, von der Sie ausgingen: Es gibt eine neuere. Holen Sie sie und sehen Sie nach oder überschreiben Sie sie.</translation>
    </message>
    <message>
        <source>The share %1 is not there any more, so this did not replace it. Push it anew.</source>
        <translation>Die Freigabe %1 ist nicht mehr da und wurde daher nicht ersetzt. Geben Sie sie neu frei.</translation>
    </message>
    <message>
        <source>%1 answered with another version than was pushed. Look at the list of shares before you send the key.</source>
        <translation>%1 hat eine andere Version geantwortet als die freigegebene. Sehen Sie in die Liste der Freigaben, bevor Sie den Schlüssel senden.</translation>
    </message>
</context>
<context>
    <name>passel::PushSheet</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Propose another key</source>
        <translation>Anderen Schlüssel vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Lives for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>&amp;Lives for</source>
        <translation>&amp;Gilt für</translation>
    </message>
    <message>
        <source>Anyone with the key</source>
        <translation>Alle mit Schlüssel</translation>
    </message>
    <message>
        <source>Signed-in people</source>
        <translation>Angemeldete Personen</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Who may pull</source>
        <translation>Wer holen darf</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Wer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What the others should know</source>
        <translation>Was die anderen wissen sollten</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>&amp;Include the recipe</source>
        <translation>&amp;Rezept mitgeben</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>A server I was invited to</source>
        <translation>Ein Server, zu dem ich eingeladen bin</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>Ser&amp;ver</translation>
    </message>
    <message>
        <source>&amp;Invitation</source>
        <translation>&amp;Einladung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Selected %1</source>
        <translation>Ausgewählte %1</translation>
    </message>
    <message>
        <source>Type a key, or have one proposed</source>
        <translation>Schlüssel eingeben oder vorschlagen lassen</translation>
    </message>
    <message>
        <source>Small letters, digits, - and _, two of them at least</source>
        <translation>Kleinbuchstaben, Ziffern, - und _, mindestens zwei davon</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>A proposed key with a typing error: nobody could pull it by typing</source>
        <translation>Ein vorgeschlagener Schlüssel mit Tippfehler: Eingetippt könnte ihn niemand holen</translation>
    </message>
    <message>
        <source>Hard to guess, and a typing error is noticed</source>
        <translation>Schwer zu erraten, und ein Tippfehler fällt auf</translation>
    </message>
    <message>
        <source>Easy to remember; a typing error is not noticed</source>
        <translation>Leicht zu merken; ein Tippfehler fällt nicht auf</translation>
    </message>
    <message>
        <source>Yours, last pushed %1: pushing updates it</source>
        <translation>Ihrer, zuletzt freigegeben: %1. Freigeben aktualisiert ihn</translation>
    </message>
    <message>
        <source>Taken by %1: choose another key</source>
        <translation>Von %1 belegt: Wählen Sie einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>Free, hard to guess, and a typing error is noticed</source>
        <translation>Frei, schwer zu erraten, und ein Tippfehler fällt auf</translation>
    </message>
    <message>
        <source>Free, as far as you may see; a typing error is not noticed</source>
        <translation>Frei, soweit Sie es sehen dürfen; ein Tippfehler fällt nicht auf</translation>
    </message>
    <message>
        <source>Yours, expired: pushing renews it</source>
        <translation>Ihrer, abgelaufen: Freigeben erneuert ihn</translation>
    </message>
    <message>
        <source>Only this computer can pull until you open it to the network</source>
        <translation>Nur dieser Computer kann holen, bis Sie ihn für das Netz öffnen</translation>
    </message>
    <message>
        <source>Whoever runs the server sends you one line to paste</source>
        <translation>Wer den Server betreibt, sendet Ihnen eine Zeile zum Einfügen</translation>
    </message>
    <message>
        <source>You are signed out of %1: paste a new invitation</source>
        <translation>Sie sind von %1 abgemeldet: Fügen Sie eine neue Einladung ein</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 the server, %2 how it stands, as &quot;share.example, signed in&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>All %1…</source>
        <translation>Alle %1…</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <translation>%1 von %2…</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>There are no steps</source>
        <translation>Es gibt keine Schritte</translation>
    </message>
    <message>
        <source>It tells of data that would stay here</source>
        <translation>Es verrät Daten, die hierbleiben würden</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, about %3</source>
        <translation>%1, %2, etwa %3</translation>
    </message>
    <message>
        <source>%1, %2, about %3.</source>
        <translation>%1, %2, etwa %3.</translation>
    </message>
    <message>
        <source>Sends only what changed.</source>
        <translation>Sendet nur, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>%1 aktualisieren</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Sign in and push</source>
        <translation>Anmelden und freigeben</translation>
    </message>
    <message>
        <source>The key gets a new code: the old one is not kept anywhere</source>
        <translation>Der Schlüssel bekommt einen neuen Code: Der alte wird nirgends aufbewahrt</translation>
    </message>
    <message>
        <source>Without signing in: the key carries a code</source>
        <translation>Ohne Anmeldung: Der Schlüssel trägt einen Code</translation>
    </message>
    <message>
        <source>Whoever is signed in to this server and knows the key</source>
        <translation>Wer bei diesem Server angemeldet ist und den Schlüssel kennt</translation>
    </message>
    <message>
        <source>Nobody else, even with the key</source>
        <translation>Sonst niemand, auch nicht mit dem Schlüssel</translation>
    </message>
    <message>
        <source>%1 left out by the recipe</source>
        <translation>%1 durch das Rezept weggelassen</translation>
    </message>
    <message>
        <source>No row is left out</source>
        <translation>Keine Zeile ist weggelassen</translation>
    </message>
</context>
<context>
    <name>passel::ReadOptions</name>
    <message>
        <source>The reading option “%1” is unknown or has a value of the wrong kind. Remove it and try again.</source>
        <translation>Die Leseoption „%1“ ist unbekannt oder hat einen Wert der falschen Art. Entfernen Sie sie und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>passel::ReadStrip</name>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16, Little Endian</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big Endian</translation>
    </message>
    <message>
        <source>Windows-1252, Western</source>
        <translation>Windows-1252, westlich</translation>
    </message>
    <message>
        <source>ISO 8859-15, Western</source>
        <translation>ISO 8859-15, westlich</translation>
    </message>
    <message>
        <source>Windows-1250, Central Europe</source>
        <translation>Windows-1250, mitteleuropäisch</translation>
    </message>
    <message>
        <source>Windows-1251, Cyrillic</source>
        <translation>Windows-1251, kyrillisch</translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation>GB 18030, chinesisch</translation>
    </message>
    <message>
        <source>Shift JIS, Japanese</source>
        <translation>Shift JIS, japanisch</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>How the table was read</source>
        <translation>Wie die Tabelle gelesen wurde</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 read, nothing dropped</source>
        <translation>%1 gelesen, nichts weggelassen</translation>
    </message>
    <message>
        <source>%1 read, %2</source>
        <translation>%1 gelesen, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>Zurück zu</translation>
    </message>
    <message>
        <source>Backspace goes back</source>
        <translation>Rücktaste geht zurück</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>header in line %1</source>
        <translation>Kopf in Zeile %1</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>keine Kopfzeile</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation>doppelte Anführungszeichen</translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation>einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation>keine Anführungszeichen</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>types from all rows</source>
        <translation>Typen aus allen Zeilen</translation>
    </message>
    <message>
        <source>all text</source>
        <translation>alles Text</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>members are columns</source>
        <translation>Einträge sind Spalten</translation>
    </message>
    <message>
        <source>DocArray documents</source>
        <translation>DocArray-Dokumente</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Einträge</translation>
    </message>
</context>
<context>
    <name>passel::RecentList</name>
    <message>
        <source>opened today, %1</source>
        <translation>heute geöffnet, %1</translation>
    </message>
    <message>
        <source>pulled today, %1</source>
        <translation>heute geholt, %1</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>gestern geöffnet</translation>
    </message>
    <message>
        <source>pulled yesterday</source>
        <translation>gestern geholt</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A date without and with the year, in Qt&apos;s form: &quot;Fri 13 Nov&quot;, &quot;13 Nov 2025&quot;.</extracomment>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>geöffnet %1</translation>
    </message>
    <message>
        <source>pulled %1</source>
        <translation>geholt %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number, written with grouping.</extracomment>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expires in %1 d</source>
        <extracomment>Days, then hours, then minutes, each in its short form.</extracomment>
        <translation>läuft in %1 T ab</translation>
    </message>
    <message>
        <source>expires in %1 h</source>
        <translation>läuft in %1 h ab</translation>
    </message>
    <message>
        <source>expires in %1 min</source>
        <translation>läuft in %1 min ab</translation>
    </message>
</context>
<context>
    <name>passel::RecipeModel</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
</context>
<context>
    <name>passel::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>More about the recipe</source>
        <translation>Mehr zum Rezept</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>Rezept speichern…</translation>
    </message>
    <message>
        <source>Load recipe…</source>
        <translation>Rezept laden…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation>Schritte des Rezepts</translation>
    </message>
    <message>
        <source>no steps yet</source>
        <translation>noch keine Schritte</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>passel::RowModel</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>empty text</source>
        <translation>leerer Text</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>%1: empty text</source>
        <translation>%1: leerer Text</translation>
    </message>
    <message>
        <source>%1: on its way</source>
        <translation>%1: unterwegs</translation>
    </message>
</context>
<context>
    <name>passel::RowPage</name>
    <message>
        <source>Values of the row</source>
        <translation>Werte der Zeile</translation>
    </message>
</context>
<context>
    <name>passel::Segment</name>
    <message>
        <source>A table segment is damaged (%1). Open the file again.</source>
        <translation>Ein Abschnitt der Tabelle ist beschädigt (%1). Öffnen Sie die Datei erneut.</translation>
    </message>
</context>
<context>
    <name>passel::SegmentHandle</name>
    <message>
        <source>A part of the table has another number of rows than announced. Pull it again.</source>
        <translation>Ein Teil der Tabelle hat eine andere Zeilenzahl als angekündigt. Holen Sie ihn erneut.</translation>
    </message>
</context>
<context>
    <name>passel::ServerBook</name>
    <message>
        <source>This computer cannot be a server here. Paste an invitation to another one.</source>
        <translation>Dieser Computer kann hier kein Server sein. Fügen Sie eine Einladung zu einem anderen ein.</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Only this computer can pull it.</source>
        <translation>Nur dieser Computer kann ihn holen.</translation>
    </message>
</context>
<context>
    <name>passel::ServerEntry</name>
    <message>
        <source>This is no entry of a share server: it needs an address that begins with https, and a pin of 64 digits if any.</source>
        <translation>Dies ist kein Eintrag eines Freigabeservers: Er braucht eine Adresse, die mit https beginnt, und gegebenenfalls einen Pin aus 64 Ziffern.</translation>
    </message>
</context>
<context>
    <name>passel::ServerMain</name>
    <message>
        <source>--listen takes ADDRESS:PORT, for example 127.0.0.1:8123.</source>
        <translation>--listen erwartet ADRESSE:PORT, zum Beispiel 127.0.0.1:8123.</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key are given together.</source>
        <translation>--tls-cert und --tls-key werden gemeinsam angegeben.</translation>
    </message>
    <message>
        <source>Choose --self-signed or a certificate of your own, not both.</source>
        <translation>Wählen Sie --self-signed oder ein eigenes Zertifikat, nicht beides.</translation>
    </message>
    <message>
        <source>--public-url takes an address such as https://share.example.org.</source>
        <translation>--public-url erwartet eine Adresse wie https://share.example.org.</translation>
    </message>
    <message>
        <source>--ttl-cap-days takes 1 to 30.</source>
        <translation>--ttl-cap-days erwartet 1 bis 30.</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <translation>Datenordner: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>--scopes takes pull, push and manage, separated by commas.</source>
        <translation>--scopes erwartet pull, push und manage, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>--expires-days takes 1 to 90.</source>
        <translation>--expires-days erwartet 1 bis 90.</translation>
    </message>
    <message>
        <source>An invitation needs the server&apos;s address: start the server once, or give --public-url.</source>
        <translation>Eine Einladung braucht die Adresse des Servers: Starten Sie den Server einmal oder geben Sie --public-url an.</translation>
    </message>
    <message>
        <source>%1 is not an address that others can use safely. Start the server with --self-signed or a certificate.</source>
        <translation>%1 ist keine Adresse, die andere sicher verwenden können. Starten Sie den Server mit --self-signed oder einem Zertifikat.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked.</source>
        <translation>
            <numerusform>%n Datei geprüft.</numerusform>
            <numerusform>%n Dateien geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Share tables by key.

  passel-server --data DIR --listen 127.0.0.1:8123
  passel-server token add USER --scopes pull,push,manage --data DIR [--invite]
  passel-server token list --data DIR
  passel-server token revoke ID --data DIR
  passel-server check [--read-data] --data DIR</source>
        <translation>Tabellen über Schlüssel freigeben.

  passel-server --data DIR --listen 127.0.0.1:8123
  passel-server token add USER --scopes pull,push,manage --data DIR [--invite]
  passel-server token list --data DIR
  passel-server token revoke ID --data DIR
  passel-server check [--read-data] --data DIR</translation>
    </message>
    <message>
        <source>Folder that holds everything; made when it is missing.</source>
        <translation>Ordner, der alles enthält; wird angelegt, wenn er fehlt.</translation>
    </message>
    <message>
        <source>Where to listen; port 0 takes any free one.</source>
        <translation>Wo gelauscht wird; Port 0 nimmt einen beliebigen freien.</translation>
    </message>
    <message>
        <source>Address that clients use, when it is another.</source>
        <translation>Adresse, die Clients verwenden, wenn es eine andere ist.</translation>
    </message>
    <message>
        <source>Certificate chain, PEM.</source>
        <translation>Zertifikatskette, PEM.</translation>
    </message>
    <message>
        <source>Its private key, PEM.</source>
        <translation>Ihr privater Schlüssel, PEM.</translation>
    </message>
    <message>
        <source>Make and keep a certificate; clients pin its key.</source>
        <translation>Ein Zertifikat erzeugen und behalten; Clients pinnen seinen Schlüssel.</translation>
    </message>
    <message>
        <source>Longest life of a share, 1 to 30 days.</source>
        <translation>Längste Gültigkeit einer Freigabe, 1 bis 30 Tage.</translation>
    </message>
    <message>
        <source>What a token may do.</source>
        <translation>Was ein Token darf.</translation>
    </message>
    <message>
        <source>Life of a token, 1 to 90 days.</source>
        <translation>Gültigkeit eines Tokens, 1 bis 90 Tage.</translation>
    </message>
    <message>
        <source>Print one string to paste: address, pin and token.</source>
        <translation>Eine Zeichenkette zum Einfügen ausgeben: Adresse, Pin und Token.</translation>
    </message>
    <message>
        <source>Read and verify every file, too.</source>
        <translation>Auch jede Datei lesen und prüfen.</translation>
    </message>
    <message>
        <source>token add|list|revoke, or check</source>
        <translation>token add|list|revoke oder check</translation>
    </message>
    <message>
        <source>--data DIR says where everything is kept. See --help.</source>
        <translation>--data DIR sagt, wo alles aufbewahrt wird. Siehe --help.</translation>
    </message>
    <message>
        <source>There is no such command. See --help.</source>
        <translation>Diesen Befehl gibt es nicht. Siehe --help.</translation>
    </message>
    <message>
        <source>--trusted-proxy takes an address such as 127.0.0.1.</source>
        <translation>--trusted-proxy nimmt eine Adresse wie 127.0.0.1.</translation>
    </message>
    <message>
        <source>Address of a proxy whose X-Forwarded-For is believed; may be repeated.</source>
        <translation>Adresse eines Proxys, dessen X-Forwarded-For geglaubt wird; darf mehrfach stehen.</translation>
    </message>
</context>
<context>
    <name>passel::ServersSheet</name>
    <message>
        <source>Share servers</source>
        <translation>Freigabeserver</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This computer as a server</source>
        <translation>Dieser Computer als Server</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Diesen Computer verwenden</translation>
    </message>
    <message>
        <source>Open to the network</source>
        <translation>Für das Netz öffnen</translation>
    </message>
    <message>
        <source>Name of the person to invite</source>
        <translation>Name der einzuladenden Person</translation>
    </message>
    <message>
        <source>Who is invited</source>
        <translation>Wer eingeladen wird</translation>
    </message>
    <message>
        <source>Copy an invitation</source>
        <translation>Einladung kopieren</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>%1 is not in the list any more.</source>
        <translation>%1 steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Sign out of %1</source>
        <translation>Von %1 abmelden</translation>
    </message>
    <message>
        <source>You are signed out of %1; its token is revoked.</source>
        <translation>Sie sind von %1 abgemeldet; das Token ist widerrufen.</translation>
    </message>
    <message>
        <source>No server yet. Whoever runs one sends you an invitation, or this computer can be one.</source>
        <translation>Noch kein Server. Wer einen betreibt, sendet Ihnen eine Einladung, oder dieser Computer kann einer sein.</translation>
    </message>
    <message>
        <source>Shares lie in a folder of yours; only this computer can pull them until you open it to the network.</source>
        <translation>Freigaben liegen in einem Ordner von Ihnen; nur dieser Computer kann sie holen, bis Sie ihn für das Netz öffnen.</translation>
    </message>
    <message>
        <source>Only on this computer. Opened, others on your network can reach it while Passel runs, with an invitation or a key with a code.</source>
        <translation>Nur auf diesem Computer. Geöffnet können andere in Ihrem Netz ihn erreichen, solange Passel läuft, mit einer Einladung oder einem Schlüssel mit Code.</translation>
    </message>
    <message>
        <source>Open, but this computer has no address on a network now.</source>
        <translation>Offen, aber dieser Computer hat jetzt keine Adresse in einem Netz.</translation>
    </message>
    <message>
        <source>Others reach it at %1 while Passel runs. Its certificate is its own; the fingerprint in each invitation is
%2</source>
        <translation>Andere erreichen ihn unter %1, solange Passel läuft. Er hat ein eigenes Zertifikat; der Fingerabdruck in jeder Einladung ist
%2</translation>
    </message>
    <message>
        <source>The invitation for %1 is on the clipboard. It holds a token: send it to nobody else.</source>
        <translation>Die Einladung für %1 ist in der Zwischenablage. Sie enthält ein Token: Senden Sie sie niemand anderem.</translation>
    </message>
</context>
<context>
    <name>passel::ShareClient</name>
    <message>
        <source>You are signed out here, but %1 could not be told. The token stays valid there until it expires or is revoked.</source>
        <translation>Sie sind hier abgemeldet, aber %1 ließ sich nicht benachrichtigen. Das Token bleibt dort gültig, bis es abläuft oder widerrufen wird.</translation>
    </message>
    <message>
        <source>the storage refused the part (%1)</source>
        <translation>der Speicher hat den Teil abgelehnt (%1)</translation>
    </message>
    <message>
        <source>A part that came from %1 is damaged and was not used. Try again; if it stays so, ask who sent you the key to push it again.</source>
        <translation>Ein Teil von %1 ist beschädigt und wurde nicht verwendet. Versuchen Sie es erneut; bleibt es so, bitten Sie den Absender des Schlüssels, erneut freizugeben.</translation>
    </message>
</context>
<context>
    <name>passel::ShareController</name>
    <message>
        <source>There is no keychain.</source>
        <translation>Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>You stay signed in until Passel ends; nothing is written down.</source>
        <translation>Sie bleiben angemeldet, bis Passel endet; nichts wird aufgeschrieben.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share ser&amp;vers…</source>
        <translation>Freigabeser&amp;ver…</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>abmelden</translation>
    </message>
    <message>
        <source>invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>open to the network</source>
        <translation>für das Netz öffnen</translation>
    </message>
    <message>
        <source>Paste an &amp;invitation…</source>
        <translation>&amp;Einladung einfügen…</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Whoever runs a share server sends you an invitation: one line.</source>
        <translation>Wer einen Freigabeserver betreibt, sendet Ihnen eine Einladung: eine Zeile.</translation>
    </message>
    <message>
        <source>You are signed out of that server.</source>
        <translation>Sie sind von diesem Server abgemeldet.</translation>
    </message>
    <message>
        <source>Pull %1?</source>
        <translation>%1 holen?</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>%1 holen</translation>
    </message>
    <message>
        <source>from %1?</source>
        <translation>von %1?</translation>
    </message>
    <message>
        <source>Pull %1 from %2, a server that is new to you?</source>
        <translation>%1 von %2 holen, einem für Sie neuen Server?</translation>
    </message>
    <message>
        <source>The key is on your clipboard. Nothing has been sent yet.</source>
        <translation>Der Schlüssel ist in Ihrer Zwischenablage. Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Kein Server</translation>
    </message>
    <message>
        <source>none is set up yet</source>
        <translation>noch keiner ist eingerichtet</translation>
    </message>
    <message>
        <source>U&amp;pdate…</source>
        <translation>Akt&amp;ualisieren…</translation>
    </message>
    <message>
        <source>&amp;Push…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>Aktualisieren…</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>%1 is still being pushed.</source>
        <translation>%1 wird noch freigegeben.</translation>
    </message>
    <message>
        <source>Nobody can pull it before that is done.</source>
        <translation>Niemand kann es holen, bevor das fertig ist.</translation>
    </message>
    <message>
        <source>Keep pushing</source>
        <translation>Weiter freigeben</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>Ihr Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Whether you are signed in to %1 can be told once it is open.</source>
        <translation>Ob Sie bei %1 angemeldet sind, lässt sich sagen, sobald er offen ist.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>passel::ShareFailure</name>
    <message>
        <source>You are not signed in to %1. Paste the invitation that whoever runs it gave you.</source>
        <translation>Sie sind bei %1 nicht angemeldet. Fügen Sie die Einladung ein, die Sie vom Betreiber bekommen haben.</translation>
    </message>
    <message>
        <source>%1 does not know your token. Sign in again with a new invitation.</source>
        <translation>%1 kennt Ihr Token nicht. Melden Sie sich mit einer neuen Einladung erneut an.</translation>
    </message>
    <message>
        <source>Your token for %1 has expired. Sign in again with a new invitation.</source>
        <translation>Ihr Token für %1 ist abgelaufen. Melden Sie sich mit einer neuen Einladung erneut an.</translation>
    </message>
    <message>
        <source>Your token for %1 was revoked. Sign in again with a new invitation.</source>
        <translation>Ihr Token für %1 wurde widerrufen. Melden Sie sich mit einer neuen Einladung erneut an.</translation>
    </message>
    <message>
        <source>Your token for %1 does not allow this. Ask whoever runs the server for one that does.</source>
        <translation>Ihr Token für %1 erlaubt dies nicht. Bitten Sie den Betreiber des Servers um eines, das es erlaubt.</translation>
    </message>
    <message>
        <source>%1 needs a newer version of Passel. Update Passel and try again.</source>
        <translation>%1 braucht eine neuere Version von Passel. Aktualisieren Sie Passel und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The clock of this computer and the one of %1 differ too much. Set the clock and try again.</source>
        <translation>Die Uhr dieses Computers und die von %1 weichen zu stark voneinander ab. Stellen Sie die Uhr und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no share %2 at %1 that you may pull: the key is mistyped, the share has expired or was deleted, or it is not open to you. Ask who sent you the key.</source>
        <translation>Es gibt bei %1 keine Freigabe %2, die Sie holen dürfen: Der Schlüssel ist vertippt, die Freigabe ist abgelaufen oder gelöscht, oder sie steht Ihnen nicht offen. Fragen Sie den Absender des Schlüssels.</translation>
    </message>
    <message>
        <source>The share %2 at %1 has expired. Push it again to renew it.</source>
        <translation>Die Freigabe %2 bei %1 ist abgelaufen. Geben Sie sie erneut frei, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>That version of %2 is not kept at %1 any more.</source>
        <translation>Diese Version von %2 wird bei %1 nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 does not take the key %2. A key has small letters, digits, - and _.</source>
        <translation>%1 nimmt den Schlüssel %2 nicht an. Ein Schlüssel hat Kleinbuchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>The key %2 belongs to somebody else at %1. Choose another one.</source>
        <translation>Der Schlüssel %2 gehört bei %1 jemand anderem. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The share %2 at %1 is not the version you started from: somebody pushed another one or removed it. Pull it and look, or override it.</source>
        <translation>Die Freigabe %2 bei %1 ist nicht die Version, von der Sie ausgingen: Jemand hat eine andere freigegeben oder sie entfernt. Holen Sie sie und sehen Sie nach oder überschreiben Sie sie.</translation>
    </message>
    <message>
        <source>This is larger than %1 takes. Leave out columns or rows.</source>
        <translation>Dies ist größer, als %1 annimmt. Lassen Sie Spalten oder Zeilen weg.</translation>
    </message>
    <message>
        <source>Your space at %1 is used up. Delete shares that are not needed any more, or ask whoever runs the server for more.</source>
        <translation>Ihr Platz bei %1 ist aufgebraucht. Löschen Sie nicht mehr benötigte Freigaben oder bitten Sie den Betreiber des Servers um mehr.</translation>
    </message>
    <message>
        <source>%1 has no space left. Tell whoever runs the server.</source>
        <translation>%1 hat keinen Platz mehr. Sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>%1 asks to wait before trying again: there were too many attempts.</source>
        <translation>%1 bittet zu warten, bevor Sie es erneut versuchen: Es gab zu viele Versuche.</translation>
    </message>
    <message>
        <source>%1 is busy at the moment. Try again in a minute.</source>
        <translation>%1 ist gerade ausgelastet. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>%1 has a fault at the moment. Try again later, or tell whoever runs the server.</source>
        <translation>%1 hat gerade eine Störung. Versuchen Sie es später erneut oder sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>%1 cannot reach its storage at the moment. Try again later.</source>
        <translation>%1 erreicht gerade seinen Speicher nicht. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 cannot record downloads at the moment, and gives none without that. Try again later.</source>
        <translation>%1 kann gerade keine Abrufe aufzeichnen und liefert ohne dies keine. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 knows nothing of this push any more. Push again.</source>
        <translation>%1 weiß nichts mehr von diesem Freigeben. Geben Sie erneut frei.</translation>
    </message>
    <message>
        <source>%1 knows nothing of this pull any more. Pull again.</source>
        <translation>%1 weiß nichts mehr von diesem Holen. Holen Sie erneut.</translation>
    </message>
    <message>
        <source>%1 lacks a part of %2. Ask who sent you the key to push it again.</source>
        <translation>%1 fehlt ein Teil von %2. Bitten Sie den Absender des Schlüssels, erneut freizugeben.</translation>
    </message>
    <message>
        <source>The push took longer than a day, and %1 has dropped it. Push again.</source>
        <translation>Das Freigeben dauerte länger als einen Tag, und %1 hat es verworfen. Geben Sie erneut frei.</translation>
    </message>
    <message>
        <source>Some parts have not arrived at %1. Push again.</source>
        <translation>Einige Teile sind bei %1 nicht angekommen. Geben Sie erneut frei.</translation>
    </message>
    <message>
        <source>An address that %1 gave is too old. Try again.</source>
        <translation>Eine von %1 genannte Adresse ist zu alt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A part arrived damaged at %1. Push again.</source>
        <translation>Ein Teil kam beschädigt bei %1 an. Geben Sie erneut frei.</translation>
    </message>
    <message>
        <source>At %1 there is no share server of Passel, or an older one. Check the address.</source>
        <translation>Bei %1 gibt es keinen Freigabeserver von Passel oder einen älteren. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>The limit is %1.</source>
        <translation>Die Grenze ist %1.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s).</source>
        <translation>
            <numerusform>Warten Sie %n Sekunde.</numerusform>
            <numerusform>Warten Sie %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered something that Passel does not understand. Check the address, or ask who runs the server.</source>
        <translation>%1 hat etwas geantwortet, das Passel nicht versteht. Prüfen Sie die Adresse oder fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>At %1 there is no share server that this Passel understands. Check the address.</source>
        <translation>Bei %1 gibt es keinen Freigabeserver, den dieses Passel versteht. Prüfen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>passel::ShareKey</name>
    <message>
        <source>This is not a key. A key is a name such as river-tango-58-cobalt-mb, or a link that contains one. Copy it again from the message you got.</source>
        <translation>Dies ist kein Schlüssel. Ein Schlüssel ist ein Name wie river-tango-58-cobalt-mb oder ein Link, der einen enthält. Kopieren Sie ihn noch einmal aus der erhaltenen Nachricht.</translation>
    </message>
    <message>
        <source>The key %1 has a typing mistake. Did you mean %2?</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>Der Schlüssel %1 enthält einen Tippfehler. Meinten Sie %2?</translation>
    </message>
    <message>
        <source>The key %1 has a typing mistake. Compare it with the message you got.</source>
        <translation>Der Schlüssel %1 enthält einen Tippfehler. Vergleichen Sie ihn mit der erhaltenen Nachricht.</translation>
    </message>
    <message>
        <source>This link is not encrypted (http). Ask the sender for one that begins with https.</source>
        <translation>Dieser Link ist nicht verschlüsselt (http). Bitten Sie den Absender um einen, der mit https beginnt.</translation>
    </message>
    <message>
        <source>This key opens a sealed share, which this version of Passel cannot open. Install a newer version, or ask for a key without a seal.</source>
        <translation>Dieser Schlüssel öffnet eine versiegelte Freigabe, die diese Version von Passel nicht öffnen kann. Installieren Sie eine neuere Version oder bitten Sie um einen Schlüssel ohne Siegel.</translation>
    </message>
    <message>
        <source>The code after the name must have 20 letters and digits. Copy the whole key again from the message you got.</source>
        <translation>Der Code nach dem Namen muss 20 Buchstaben und Ziffern haben. Kopieren Sie den ganzen Schlüssel noch einmal aus der erhaltenen Nachricht.</translation>
    </message>
    <message>
        <source>The code after the name has a typing mistake. Compare it with the message you got.</source>
        <translation>Der Code nach dem Namen enthält einen Tippfehler. Vergleichen Sie ihn mit der erhaltenen Nachricht.</translation>
    </message>
</context>
<context>
    <name>passel::SharePack</name>
    <message>
        <source>The table has too many large cells: it would need %L1 parts, and a share has at most %L2. Leave out columns, or share fewer rows.</source>
        <translation>Die Tabelle hat zu viele große Zellen: Sie bräuchte %L1 Teile, und eine Freigabe hat höchstens %L2. Lassen Sie Spalten weg oder geben Sie weniger Zeilen frei.</translation>
    </message>
</context>
<context>
    <name>passel::SharePanel</name>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Neuen Code erzeugen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Choose a share to see who may pull it, how long it lives and its versions.</source>
        <translation>Wählen Sie eine Freigabe, um zu sehen, wer sie holen darf, wie lange sie gilt und welche Versionen sie hat.</translation>
    </message>
    <message>
        <source>Who may pull</source>
        <translation>Wer holen darf</translation>
    </message>
    <message>
        <source>Deleting takes the share away from everyone at once. Copies already pulled stay with those who pulled them.</source>
        <translation>Löschen nimmt die Freigabe allen sofort weg. Bereits geholte Kopien bleiben bei denen, die sie geholt haben.</translation>
    </message>
    <message>
        <source>&amp;Who may pull</source>
        <translation>&amp;Wer holt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Bis %1 verlängern</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Abrufe</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, zuletzt %2</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>included</source>
        <translation>enthalten</translation>
    </message>
    <message>
        <source>stayed with who pushed it</source>
        <translation>beim Freigebenden geblieben</translation>
    </message>
    <message>
        <source>stayed with you</source>
        <translation>blieb bei Ihnen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 when, %2 how large</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the version of %1</source>
        <translation>Die Version von %1 wiederherstellen</translation>
    </message>
</context>
<context>
    <name>passel::ShareServer</name>
    <message>
        <source>A user&apos;s name has 1 to 64 visible characters.</source>
        <translation>Ein Benutzername hat 1 bis 64 sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>There is no token with this id. See: passel-server token list.</source>
        <translation>Es gibt kein Token mit dieser ID. Siehe: passel-server token list.</translation>
    </message>
    <message>
        <source>Another share server already uses the folder %1. End it, or choose another folder.</source>
        <translation>Ein anderer Freigabeserver verwendet bereits den Ordner %1. Beenden Sie ihn oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 is no folder of a share server. Check what stands behind --data.</source>
        <translation>%1 ist kein Ordner eines Freigabeservers. Prüfen Sie, was hinter --data steht.</translation>
    </message>
</context>
<context>
    <name>passel::ShareTransport</name>
    <message>
        <source>%1 names a storage address that it did not announce. Nothing was sent. Ask who runs the server.</source>
        <translation>%1 nennt eine Speicheradresse, die der Server nicht angekündigt hat. Nichts wurde gesendet. Fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running, and your connection.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie, ob der Server läuft, und Ihre Verbindung.</translation>
    </message>
    <message>
        <source>%1 has not answered for too long. Try again later.</source>
        <translation>%1 hat zu lange nicht geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
</context>
<context>
    <name>passel::ShareWords</name>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day of the near past or future, as a pattern of QDateTime</extracomment>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Server wird gefragt</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Wird empfangen</translation>
    </message>
    <message>
        <source>The server is storing it</source>
        <translation>Der Server speichert</translation>
    </message>
    <message>
        <source>Putting the rows together</source>
        <translation>Zeilen werden zusammengesetzt</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Warten auf den Server</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 a day such as &quot;Sun 29 Nov&quot;, %2 a time such as &quot;08:40&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>only you</source>
        <translation>nur Sie</translation>
    </message>
    <message>
        <source>signed-in people</source>
        <translation>angemeldete Personen</translation>
    </message>
    <message>
        <source>anyone with the key</source>
        <translation>alle, die den Schlüssel haben</translation>
    </message>
    <message>
        <source>Only you can pull.</source>
        <translation>Nur Sie können holen.</translation>
    </message>
    <message>
        <source>Signed-in people can pull.</source>
        <translation>Angemeldete Personen können holen.</translation>
    </message>
    <message>
        <source>Anyone with the key can pull.</source>
        <translation>Alle, die den Schlüssel haben, können holen.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 what is going on (&quot;Sending&quot;), %2 how far (&quot;46 %&quot;)</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 what has come of %2 in all: &quot;98 KB of 214 KB&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1 an amount, %2 a time: &quot;98 KB of 214 KB, 3 s left&quot;</extracomment>
        <translation>%1, noch %2</translation>
    </message>
</context>
<context>
    <name>passel::SharesModel</name>
    <message>
        <source>pulled %1</source>
        <translation>geholt %1</translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation>gelöscht %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Abrufe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Last pull</source>
        <translation>Zuletzt geholt</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>passel::SharesPage</name>
    <message>
        <source>Link to %1 copied</source>
        <translation>Link zu %1 kopiert</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Undo copy</source>
        <translation>Kopie zurücknehmen</translation>
    </message>
    <message>
        <source>%1 was not changed.</source>
        <translation>%1 wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Lives until %1. %2</source>
        <translation>Gilt bis %1. %2</translation>
    </message>
    <message>
        <source>%1 lives longer</source>
        <translation>%1 gilt länger</translation>
    </message>
    <message>
        <source>%1 has a new code; its old key opens nothing any more</source>
        <translation>%1 hat einen neuen Code; der alte Schlüssel öffnet nichts mehr</translation>
    </message>
    <message>
        <source>%1 is changed</source>
        <translation>%1 ist geändert</translation>
    </message>
    <message>
        <source>Delete %1 for everyone?</source>
        <translation>%1 für alle löschen?</translation>
    </message>
    <message>
        <source>Copies already pulled stay with those who pulled them.</source>
        <translation>Bereits geholte Kopien bleiben bei denen, die sie geholt haben.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>%1 was not deleted.</source>
        <translation>%1 wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>The name stays yours for 90 days.</source>
        <translation>Der Name bleibt 90 Tage lang Ihrer.</translation>
    </message>
    <message>
        <source>The version of %1 was not restored.</source>
        <translation>Die Version von %1 wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>The earlier version of %1 is back</source>
        <translation>Die frühere Version von %1 ist zurück</translation>
    </message>
    <message>
        <source>Who pulls now gets it; the other one stays in the list of versions.</source>
        <translation>Wer jetzt holt, bekommt sie; die andere bleibt in der Liste der Versionen.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Paste an invitation…</source>
        <translation>Einladung einfügen…</translation>
    </message>
    <message>
        <source>Find a key or note</source>
        <translation>Schlüssel oder Notiz suchen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Nothing was pushed yet. Open a table and press Push.</source>
        <translation>Noch nichts freigegeben. Öffnen Sie eine Tabelle und klicken Sie auf „Freigeben“.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Nothing was pulled yet. Copy a key that you were sent.</source>
        <translation>Noch nichts geholt. Kopieren Sie einen Schlüssel, der Ihnen gesendet wurde.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Freigaben</translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) alive</source>
        <translation>
            <numerusform>%n gültige Freigabe</numerusform>
            <numerusform>%n gültige Freigaben</numerusform>
        </translation>
    </message>
    <message>
        <source>next to expire: %1 in %2</source>
        <translation>als Nächstes läuft ab: %1 in %2</translation>
    </message>
    <message>
        <source>The list at %1 is not up to date.</source>
        <translation>Die Liste bei %1 ist nicht auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>%1 alive, %2 over</source>
        <extracomment>Shares that can be pulled, and those that have expired or were deleted</extracomment>
        <translation>%1 gültig, %2 vorbei</translation>
    </message>
    <message>
        <source>%1 alive</source>
        <translation>%1 gültig</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>passel::Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>passel::SortKeysEditor</name>
    <message>
        <source>Then by another column</source>
        <translation>Dann nach einer weiteren Spalte</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Do not sort by this column</source>
        <translation>Nicht nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
</context>
<context>
    <name>passel::SqlMetadataStore</name>
    <message>
        <source>The share server cannot use its database. Check that its folder can be written and the disk is not full.</source>
        <translation>Der Freigabeserver kann seine Datenbank nicht verwenden. Prüfen Sie, ob sein Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The data folder was made by a newer version of Passel. Install that version, or choose another folder.</source>
        <translation>Der Datenordner wurde von einer neueren Version von Passel angelegt. Installieren Sie diese Version oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A part of the program is missing. Install it again.</source>
        <translation>Ein Teil des Programms fehlt. Installieren Sie es erneut.</translation>
    </message>
    <message>
        <source>The database of the share server is damaged. Restore the data folder from a backup.</source>
        <translation>Die Datenbank des Freigabeservers ist beschädigt. Stellen Sie den Datenordner aus einer Sicherung wieder her.</translation>
    </message>
</context>
<context>
    <name>passel::StatusRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Name of the share server and its state, as &quot;share.example: connected&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>passel::StepSheet</name>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Change step</source>
        <translation>Schritt ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would be lost, such as %1.</source>
        <extracomment>%1 are examples of cells that do not fit, in quotation marks.</extracomment>
        <translation>
            <numerusform>%n Zelle ginge verloren, etwa %1.</numerusform>
            <numerusform>%n Zellen gingen verloren, etwa %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <extracomment>Before a step is added: what it would do, for example &quot;24 rows removed&quot;.</extracomment>
        <translation>Vorschau: %1</translation>
    </message>
</context>
<context>
    <name>passel::StepWords</name>
    <message>
        <source>The column “%1” (%2) cannot become: %3.</source>
        <translation>Die Spalte „%1“ (%2) kann nicht werden: %3.</translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation>%1 in %2 ändern</translation>
    </message>
    <message>
        <source>Change %1 to %2 written %3</source>
        <translation>%1 in %2 ändern, geschrieben als %3</translation>
    </message>
    <message>
        <source>Take %1 as %2</source>
        <translation>%1 als %2 nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of “%1” cannot be read as: %2. The first is “%3” in row %4. Nothing was changed; a step “Change type” makes such cells missing.</source>
        <translation>
            <numerusform>%Ln Zelle von „%1“ lässt sich nicht lesen als: %2. Die erste ist „%3“ in Zeile %4. Nichts wurde geändert; ein Schritt „Typ ändern“ lässt solche Zellen fehlen.</numerusform>
            <numerusform>%Ln Zellen von „%1“ lassen sich nicht lesen als: %2. Die erste ist „%3“ in Zeile %4. Nichts wurde geändert; ein Schritt „Typ ändern“ lässt solche Zellen fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type over %1</source>
        <translation>%1 überschreiben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln Zelle</numerusform>
            <numerusform>%Ln Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear %1 in row %2</source>
        <translation>%1 in Zeile %2 leeren</translation>
    </message>
    <message>
        <source>Set %1 in row %2 to %3</source>
        <translation>%1 in Zeile %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Another column is already called “%1”. Choose another name.</source>
        <translation>Eine andere Spalte heißt bereits „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 to the front</source>
        <translation>%1 nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move %1 to column %2</source>
        <translation>%1 zu Spalte %2 verschieben</translation>
    </message>
    <message>
        <source>The step “keep-rows” has a condition that cannot be read.</source>
        <translation>Der Schritt „keep-rows“ hat eine Bedingung, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>between the last two of a list, as in &quot;a, b and c&quot;</extracomment>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>anything is</source>
        <translation>alles gilt</translation>
    </message>
    <message>
        <source>nothing is</source>
        <translation>nichts gilt</translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <extracomment>behind a list of five columns</extracomment>
        <translation>
            <numerusform> und %Ln weitere</numerusform>
            <numerusform> und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt auf</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is not missing</source>
        <translation>fehlt nicht</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with the column “%2” (%3).</source>
        <translation>„%1“ lässt sich nicht mit der Spalte „%2“ (%3) vergleichen.</translation>
    </message>
    <message>
        <source>Drop duplicate rows, keep the first</source>
        <translation>Doppelte Zeilen entfernen, die erste behalten</translation>
    </message>
    <message>
        <source>Drop duplicate rows, keep the last</source>
        <translation>Doppelte Zeilen entfernen, die letzte behalten</translation>
    </message>
    <message>
        <source>Drop rows with the same %1, keep the first</source>
        <translation>Zeilen mit gleichem %1 entfernen, die erste behalten</translation>
    </message>
    <message>
        <source>Drop rows with the same %1, keep the last</source>
        <translation>Zeilen mit gleichem %1 entfernen, die letzte behalten</translation>
    </message>
    <message>
        <source>“%1” does not fit the column “%2” (%3).</source>
        <translation>„%1“ passt nicht zur Spalte „%2“ (%3).</translation>
    </message>
    <message>
        <source>Fill missing cells of %1 from above</source>
        <translation>Fehlende Zellen von %1 von oben auffüllen</translation>
    </message>
    <message>
        <source>Fill missing cells of %1 from below</source>
        <translation>Fehlende Zellen von %1 von unten auffüllen</translation>
    </message>
    <message>
        <source>Fill missing cells of %1 with %2</source>
        <translation>Fehlende Zellen von %1 mit %2 auffüllen</translation>
    </message>
    <message>
        <source>The step “%1” has a wrong value for “%2”.</source>
        <translation>Der Schritt „%1“ hat einen falschen Wert für „%2“.</translation>
    </message>
    <message>
        <source>The step “%1” lacks a value for “%2”.</source>
        <translation>Dem Schritt „%1“ fehlt ein Wert für „%2“.</translation>
    </message>
    <message>
        <source>This is not a recipe of Passel.</source>
        <translation>Dies ist kein Rezept von Passel.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>This recipe was made by a newer Passel (%1). Update Passel to use it.</source>
        <translation>Dieses Rezept wurde mit einem neueren Passel (%1) erstellt. Aktualisieren Sie Passel, um es zu verwenden.</translation>
    </message>
    <message>
        <source>The recipe is larger than 64 MiB.</source>
        <translation>Das Rezept ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>Remove rows where %1</source>
        <translation>Zeilen entfernen, wo %1</translation>
    </message>
    <message>
        <source>Keep rows where %1</source>
        <translation>Zeilen behalten, wo %1</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>%1 descending</source>
        <translation>%1 absteigend</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>Delete row %1</source>
        <translation>Zeile %1 löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert %1 before row %2</source>
        <translation>%1 vor Zeile %2 einfügen</translation>
    </message>
    <message>
        <source>The table has no column “%1”. It was renamed or removed, or this is another table.</source>
        <translation>Die Tabelle hat keine Spalte „%1“. Sie wurde umbenannt oder entfernt, oder dies ist eine andere Tabelle.</translation>
    </message>
    <message>
        <source>A column must be given by its name.</source>
        <translation>Eine Spalte muss mit ihrem Namen angegeben werden.</translation>
    </message>
    <message>
        <source>%1 changed in %2</source>
        <extracomment>%1 is &quot;12 cells&quot;, %2 is &quot;2 columns&quot;</extracomment>
        <translation>%1 in %2 geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) changed</source>
        <translation>
            <numerusform>%Ln Spalte geändert</numerusform>
            <numerusform>%Ln Spalten geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) removed</source>
        <translation>
            <numerusform>%Ln Zeile entfernt</numerusform>
            <numerusform>%Ln Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation>
            <numerusform>%Ln Zeile hinzugefügt</numerusform>
            <numerusform>%Ln Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) sorted</source>
        <translation>
            <numerusform>%Ln Zeile sortiert</numerusform>
            <numerusform>%Ln Zeilen sortiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) could not be done</source>
        <translation>
            <numerusform>%Ln Zelle nicht umsetzbar</numerusform>
            <numerusform>%Ln Zellen nicht umsetzbar</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>Found from the cells when empty</source>
        <translation>Aus den Zellen ermittelt, wenn leer</translation>
    </message>
    <message>
        <source>Rename column</source>
        <extracomment>Synonyms of a step that a palette finds it by, separated by &quot;, &quot;</extracomment>
        <translation>Spalte umbenennen</translation>
    </message>
    <message>
        <source>name, header, title</source>
        <translation>Name, Kopf, Titel</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Remove columns</source>
        <translation>Spalten entfernen</translation>
    </message>
    <message>
        <source>delete, drop, hide</source>
        <translation>löschen, weglassen, ausblenden</translation>
    </message>
    <message>
        <source>Move columns</source>
        <translation>Spalten verschieben</translation>
    </message>
    <message>
        <source>reorder, order, position, front</source>
        <translation>umordnen, Reihenfolge, Position, vorn</translation>
    </message>
    <message>
        <source>Before column</source>
        <translation>Vor Spalte</translation>
    </message>
    <message>
        <source>Change type</source>
        <translation>Typ ändern</translation>
    </message>
    <message>
        <source>cast, convert, date, number, text, parse</source>
        <translation>umwandeln, konvertieren, Datum, Zahl, Text, parsen</translation>
    </message>
    <message>
        <source>Take as type</source>
        <translation>Als Typ nehmen</translation>
    </message>
    <message>
        <source>Trim spaces</source>
        <translation>Leerzeichen kürzen</translation>
    </message>
    <message>
        <source>strip, whitespace, blanks, collapse, clean</source>
        <translation>entfernen, Leerraum, Leerzeichen, zusammenfassen, säubern</translation>
    </message>
    <message>
        <source>Every text column</source>
        <translation>Jede Textspalte</translation>
    </message>
    <message>
        <source>Make one space of several</source>
        <translation>Aus mehreren Leerzeichen eines machen</translation>
    </message>
    <message>
        <source>Change case</source>
        <translation>Groß-/Kleinschreibung ändern</translation>
    </message>
    <message>
        <source>upper, lower, capitals, title, sentence, small letters</source>
        <translation>groß, klein, Großbuchstaben, Titel, Satz, Kleinbuchstaben</translation>
    </message>
    <message>
        <source>To</source>
        <translation>In</translation>
    </message>
    <message>
        <source>CAPITALS</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>kleinbuchstaben</translation>
    </message>
    <message>
        <source>Each Word With A Capital</source>
        <translation>Jedes Wort Mit Großem Anfangsbuchstaben</translation>
    </message>
    <message>
        <source>First letter a capital</source>
        <translation>Erster Buchstabe groß</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>Text ersetzen</translation>
    </message>
    <message>
        <source>substitute, find, regex, regular expression, remove text</source>
        <translation>austauschen, suchen, regex, regulärer Ausdruck, Text entfernen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Whole cells only</source>
        <translation>Nur ganze Zellen</translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>\1 in the replacement is the first group</source>
        <translation>\1 in der Ersetzung ist die erste Gruppe</translation>
    </message>
    <message>
        <source>Fill missing cells</source>
        <translation>Fehlende Zellen auffüllen</translation>
    </message>
    <message>
        <source>fill down, null, empty, na, default, blank</source>
        <translation>nach unten ausfüllen, null, leer, na, Standardwert, blank</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>A value</source>
        <translation>Einem Wert</translation>
    </message>
    <message>
        <source>The value above</source>
        <translation>Dem Wert darüber</translation>
    </message>
    <message>
        <source>The value below</source>
        <translation>Dem Wert darunter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Keep rows where</source>
        <translation>Zeilen behalten, wo</translation>
    </message>
    <message>
        <source>filter, where, select, remove rows, condition</source>
        <translation>filtern, wo, auswählen, Zeilen entfernen, Bedingung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Remove them instead</source>
        <translation>Stattdessen entfernen</translation>
    </message>
    <message>
        <source>Sort rows</source>
        <translation>Zeilen sortieren</translation>
    </message>
    <message>
        <source>order, ascending, descending, rank</source>
        <translation>Reihenfolge, aufsteigend, absteigend, Rang</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Drop duplicate rows</source>
        <translation>Doppelte Zeilen entfernen</translation>
    </message>
    <message>
        <source>unique, distinct, deduplicate, repeated</source>
        <translation>eindeutig, verschieden, Duplikate, wiederholt</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Die erste</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>Die letzte</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Insert rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Before row</source>
        <translation>Vor Zeile</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>Type over cells</source>
        <translation>Zellen überschreiben</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Read the source</source>
        <translation>Quelle lesen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>This Passel does not know the step “%1”. A newer one may.</source>
        <translation>Dieses Passel kennt den Schritt „%1“ nicht. Ein neueres vielleicht.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>The step “%1” was made by a newer Passel (its version %2, known here up to %3). Update Passel to use this recipe.</source>
        <translation>Der Schritt „%1“ wurde mit einem neueren Passel erstellt (seine Version %2, hier bekannt bis %3). Aktualisieren Sie Passel, um dieses Rezept zu verwenden.</translation>
    </message>
    <message>
        <source>The step “%1” lacks its version or its parameters.</source>
        <translation>Dem Schritt „%1“ fehlen seine Version oder seine Parameter.</translation>
    </message>
    <message>
        <source>every text column</source>
        <extracomment>stands for a list of columns</extracomment>
        <translation>jeder Textspalte</translation>
    </message>
    <message>
        <source>Trim and collapse spaces in %1</source>
        <translation>Leerzeichen in %1 kürzen und zusammenfassen</translation>
    </message>
    <message>
        <source>Trim spaces in %1</source>
        <translation>Leerzeichen in %1 kürzen</translation>
    </message>
    <message>
        <source>Write %1 in capitals</source>
        <translation>%1 in Großbuchstaben schreiben</translation>
    </message>
    <message>
        <source>Write %1 in small letters</source>
        <translation>%1 in Kleinbuchstaben schreiben</translation>
    </message>
    <message>
        <source>Write each word of %1 with a capital</source>
        <translation>Jedes Wort von %1 groß beginnen</translation>
    </message>
    <message>
        <source>Begin %1 with a capital</source>
        <translation>%1 mit großem Buchstaben beginnen</translation>
    </message>
    <message>
        <source>Remove what matches %1 in %2</source>
        <translation>Was auf %1 passt, in %2 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 in %2</source>
        <translation>%1 in %2 entfernen</translation>
    </message>
    <message>
        <source>Replace what matches %1 with %2 in %3</source>
        <translation>Was auf %1 passt, durch %2 ersetzen in %3</translation>
    </message>
    <message>
        <source>Replace %1 with %2 in %3</source>
        <translation>%1 durch %2 ersetzen in %3</translation>
    </message>
    <message>
        <source>Clear %1 where id is %2</source>
        <translation>%1 bei id %2 leeren</translation>
    </message>
    <message>
        <source>Set %1 where id is %2 to %3</source>
        <translation>%1 bei id %2 auf %3 setzen</translation>
    </message>
</context>
<context>
    <name>passel::StripRow</name>
    <message>
        <source>How the table was read</source>
        <translation>Wie die Tabelle gelesen wurde</translation>
    </message>
    <message>
        <source>Hide this line</source>
        <translation>Diese Zeile ausblenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What the word is about, and the word, as &quot;Encoding: UTF-8&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>passel::Sweep</name>
    <message>
        <source>No share refers to the file %1.</source>
        <translation>Keine Freigabe verweist auf die Datei %1.</translation>
    </message>
    <message>
        <source>No share refers to the new file %1 yet.</source>
        <translation>Noch keine Freigabe verweist auf die neue Datei %1.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Die Datei %1 fehlt.</translation>
    </message>
    <message>
        <source>The file %1 has another size than was stored.</source>
        <translation>Die Datei %1 hat eine andere Größe als gespeichert.</translation>
    </message>
    <message>
        <source>The file %1 was changed or cannot be read.</source>
        <translation>Die Datei %1 wurde geändert oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The share %1 is not whole: a version or a part of it is not in the database.</source>
        <translation>Die Freigabe %1 ist nicht vollständig: Eine Version oder ein Teil von ihr fehlt in der Datenbank.</translation>
    </message>
</context>
<context>
    <name>passel::TabRow</name>
    <message>
        <source>Open tables</source>
        <translation>Geöffnete Tabellen</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Weitere Datei öffnen</translation>
    </message>
</context>
<context>
    <name>passel::TableActions</name>
    <message>
        <source>Only the first %1 were pasted: that is the most at once.</source>
        <translation>Nur die ersten %1 wurden eingefügt: Das ist das Höchste auf einmal.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>do again</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>finden</translation>
    </message>
    <message>
        <source>look for</source>
        <translation>nachsehen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächsten finden</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Vorherigen finden</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>Zelle &amp;bearbeiten</translation>
    </message>
    <message>
        <source>change value</source>
        <translation>Wert ändern</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tippen</translation>
    </message>
    <message>
        <source>Make cell &amp;missing</source>
        <translation>Zelle fehlen &amp;lassen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>delete value</source>
        <translation>Wert löschen</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>Zeilen l&amp;öschen</translation>
    </message>
    <message>
        <source>remove rows</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>&amp;Insert a row</source>
        <translation>Zeile e&amp;infügen</translation>
    </message>
    <message>
        <source>new row</source>
        <translation>neue Zeile</translation>
    </message>
    <message>
        <source>add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>order</source>
        <translation>ordnen</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern…</translation>
    </message>
    <message>
        <source>keep rows</source>
        <translation>Zeilen behalten</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>choose values</source>
        <translation>Werte wählen</translation>
    </message>
    <message>
        <source>Change &amp;type…</source>
        <translation>&amp;Typ ändern…</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>umwandeln</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>konvertieren</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>&amp;Remove column</source>
        <translation>Spalte e&amp;ntfernen</translation>
    </message>
    <message>
        <source>delete column</source>
        <translation>Spalte löschen</translation>
    </message>
    <message>
        <source>drop column</source>
        <translation>Spalte weglassen</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Nach &amp;links verschieben</translation>
    </message>
    <message>
        <source>reorder columns</source>
        <translation>Spalten umordnen</translation>
    </message>
    <message>
        <source>Move ri&amp;ght</source>
        <translation>Nach &amp;rechts verschieben</translation>
    </message>
    <message>
        <source>Tri&amp;m spaces</source>
        <translation>Leerzeichen &amp;kürzen</translation>
    </message>
    <message>
        <source>strip</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>Leerraum</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>säubern</translation>
    </message>
    <message>
        <source>ALL &amp;CAPITALS</source>
        <translation>&amp;GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>upper case</source>
        <translation>Großschreibung</translation>
    </message>
    <message>
        <source>all &amp;small letters</source>
        <translation>&amp;kleinbuchstaben</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>Kleinschreibung</translation>
    </message>
    <message>
        <source>Title &amp;Case</source>
        <translation>&amp;Wortanfänge groß</translation>
    </message>
    <message>
        <source>capitalise</source>
        <translation>großschreiben</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>austauschen</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Fill &amp;missing…</source>
        <translation>Fehlende auff&amp;üllen…</translation>
    </message>
    <message>
        <source>impute</source>
        <translation>ergänzen</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>&amp;Add a step</source>
        <translation>Schritt &amp;hinzufügen</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>%1 are too many for the clipboard. Nothing was copied.</source>
        <translation>%1 sind zu viel für die Zwischenablage. Nichts wurde kopiert.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>This step was made in the table. Change it there, or switch it off.</source>
        <translation>Dieser Schritt entstand in der Tabelle. Ändern Sie ihn dort oder schalten Sie ihn aus.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Keep rows where this is missing</source>
        <translation>Zeilen behalten, wo dies fehlt</translation>
    </message>
    <message>
        <source>Keep rows with “%1”</source>
        <translation>Zeilen mit „%1“ behalten</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Make them missing</source>
        <translation>Fehlen lassen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>What was copied is larger than the table from here on. Only what fits was pasted.</source>
        <translation>Das Kopierte ist größer als die Tabelle von hier an. Nur was passt, wurde eingefügt.</translation>
    </message>
</context>
<context>
    <name>passel::TextMatcher</name>
    <message>
        <source>The pattern has %1 characters; at most %2 are allowed.</source>
        <translation>Das Muster hat %1 Zeichen; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: %1 at character %2.</source>
        <translation>Das Muster ist kein regulärer Ausdruck: %1 bei Zeichen %2.</translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: %1.</source>
        <translation>Das Muster ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>The regular expression %1 takes too many steps on some cells. Make it simpler, for example without a repetition inside a repetition.</source>
        <translation>Der reguläre Ausdruck %1 braucht bei einigen Zellen zu viele Schritte. Vereinfachen Sie ihn, zum Beispiel ohne eine Wiederholung in einer Wiederholung.</translation>
    </message>
</context>
<context>
    <name>passel::Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>passel::TopValuesModel</name>
    <message>
        <source>(empty text)</source>
        <translation>(leerer Text)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2. Click to keep these rows</source>
        <translation>%1: %2. Klicken, um diese Zeilen zu behalten</translation>
    </message>
</context>
<context>
    <name>passel::TopValuesView</name>
    <message>
        <source>Most frequent values</source>
        <translation>Häufigste Werte</translation>
    </message>
</context>
<context>
    <name>passel::TypedColumn</name>
    <message>
        <source>Kept as text: its numbers are written in too many ways.</source>
        <translation>Als Text belassen: Seine Zahlen sind auf zu viele Arten geschrieben.</translation>
    </message>
    <message>
        <source>Kept as text: some values start with a zero, such as “%1”.</source>
        <translation>Als Text belassen: Einige Werte beginnen mit einer Null, etwa „%1“.</translation>
    </message>
    <message>
        <source>Kept as text: some numbers have more than 15 digits, such as “%1”.</source>
        <translation>Als Text belassen: Einige Zahlen haben mehr als 15 Stellen, etwa „%1“.</translation>
    </message>
    <message>
        <source>Kept as text: some values look like telephone numbers, such as “%1”.</source>
        <translation>Als Text belassen: Einige Werte sehen aus wie Telefonnummern, etwa „%1“.</translation>
    </message>
    <message>
        <source>Kept as text: no date shows which number is the day, as in “%1”.</source>
        <translation>Als Text belassen: Kein Datum zeigt, welche Zahl der Tag ist, wie in „%1“.</translation>
    </message>
</context>
<context>
    <name>passel::ViewActions</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;System appearance</source>
        <translation>Erscheinungsbild des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Normal rows</source>
        <translation>&amp;Normale Zeilen</translation>
    </message>
    <message>
        <source>&amp;Roomy rows</source>
        <translation>&amp;Geräumige Zeilen</translation>
    </message>
    <message>
        <source>row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>font size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Textgröße</translation>
    </message>
    <message>
        <source>&amp;Profiles in the header</source>
        <translation>&amp;Profile in der Kopfzeile</translation>
    </message>
    <message>
        <source>histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>compact header</source>
        <translation>kompakte Kopfzeile</translation>
    </message>
    <message>
        <source>&amp;Inspector and recipe</source>
        <translation>&amp;Inspektor und Rezept</translation>
    </message>
    <message>
        <source>side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Inspect the &amp;column</source>
        <translation>Spalte &amp;untersuchen</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Inspect the &amp;row</source>
        <translation>&amp;Zeile untersuchen</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation>&amp;Hinweise</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>Nächster &amp;Tab</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>&amp;Vorheriger Tab</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>Z&amp;eilen</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes when Passel is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Passel.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
</context>
<context>
    <name>passel::Words</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <extracomment>%1 is the number of rows, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <extracomment>%1 is the number of cells, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 Zelle</numerusform>
            <numerusform>%1 Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 column(s)</source>
        <extracomment>%1 is the number of columns, written with grouping; choose the form by the count.</extracomment>
        <translation>
            <numerusform>%1 Spalte</numerusform>
            <numerusform>%1 Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number, as in &quot;28 %&quot;</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>passel::Zstd</name>
    <message>
        <source>Compressed data is damaged and cannot be unpacked. Get it again from where it came.</source>
        <translation>Komprimierte Daten sind beschädigt und lassen sich nicht entpacken. Holen Sie sie erneut von dort, woher sie kamen.</translation>
    </message>
</context>
<context>
    <name>passel::cli</name>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>“passel --help” shows what there is.</source>
        <translation>„passel --help“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>“passel %1 --help” shows how it is used.</source>
        <translation>„passel %1 --help“ zeigt die Verwendung.</translation>
    </message>
    <message>
        <source>Name the file to read and the file to write.</source>
        <translation>Nennen Sie die zu lesende und die zu schreibende Datei.</translation>
    </message>
    <message>
        <source>Name the server with --server.</source>
        <translation>Nennen Sie den Server mit --server.</translation>
    </message>
    <message>
        <source>Standard output cannot take both the table and the answer of --json.</source>
        <translation>Die Standardausgabe kann nicht zugleich die Tabelle und die Antwort von --json aufnehmen.</translation>
    </message>
    <message>
        <source>The delimiter must be one character of ASCII.</source>
        <translation>Das Trennzeichen muss ein ASCII-Zeichen sein.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%L1 warnings in all.</source>
        <translation>Insgesamt %L1 Warnungen.</translation>
    </message>
    <message>
        <source>Write a file in another format</source>
        <translation>Eine Datei in einem anderen Format schreiben</translation>
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
        <translation>passel convert [Optionen] IN OUT

Liest IN und schreibt OUT im Format seiner Endung: .csv, .tsv, .json, .ndjson,
jede auch mit .gz. - steht für Standardeingabe oder -ausgabe.
  --to FORMAT         csv, json oder ndjson, gleich welche Endung
  --delimiter CHAR    zwischen den Zellen von CSV; tab für einen Tabulator
  --crlf              Zeilen von CSV enden wie unter Windows
  --no-header         CSV ohne die Zeile mit den Namen
  --no-formula-guard  Zellen, die mit = + - @ beginnen, unverändert lassen
  --with-ids          eine Spalte abgeleiteter ids
  --documents         JSON, wie DocArray es schreibt
  --allow-expand      auch entpacken, was mehr als 200-mal so groß wird
  --json              der Bericht als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>Cannot read from standard input.</source>
        <translation>Von der Standardeingabe lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Standard input gave more than 4 GiB, which is the limit. Write it to a file and name that.</source>
        <translation>Die Standardeingabe lieferte mehr als 4 GiB; das ist die Grenze. Schreiben Sie sie in eine Datei und nennen Sie diese.</translation>
    </message>
    <message>
        <source>Cannot write to %1: whoever read it has stopped.</source>
        <translation>Auf %1 lässt sich nicht schreiben: Wer dort las, hat aufgehört.</translation>
    </message>
    <message>
        <source>Cannot write to %1: %2.</source>
        <extracomment>%1 is a file name or &quot;standard output&quot;, %2 the system&apos;s reason</extracomment>
        <translation>Auf %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>die Standardausgabe</translation>
    </message>
    <message>
        <source>  and %L1 more</source>
        <translation>  und %L1 weitere</translation>
    </message>
    <message>
        <source>%L1 warnings in all</source>
        <translation>insgesamt %L1 Warnungen</translation>
    </message>
    <message>
        <source>Name one file, or - for standard input.</source>
        <translation>Nennen Sie eine Datei oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Say what is in a file</source>
        <translation>Zeigen, was in einer Datei ist</translation>
    </message>
    <message>
        <source>passel inspect [--json] [--allow-expand] FILE

Loads FILE (- for standard input) and prints its rows, columns and oddities.
  --json          one JSON object on one line
  --allow-expand  unpack also what grows to more than 200 times its size</source>
        <translation>passel inspect [--json] [--allow-expand] FILE

Lädt FILE (- für die Standardeingabe) und gibt Zeilen, Spalten und
Auffälligkeiten aus.
  --json          ein JSON-Objekt in einer Zeile
  --allow-expand  auch entpacken, was mehr als 200-mal so groß wird</translation>
    </message>
    <message>
        <source>passel %1: open a table, prepare it, send it by key

passel COMMAND [options]
</source>
        <translation>passel %1: eine Tabelle öffnen, aufbereiten, über einen Schlüssel senden

passel BEFEHL [Optionen]
</translation>
    </message>
    <message>
        <source>

“passel COMMAND --help” says more about one.</source>
        <translation>

„passel BEFEHL --help“ sagt mehr zu einem Befehl.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Den Befehl %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or use a smaller file.</source>
        <translation>Der Speicher reicht dafür nicht. Schließen Sie andere Programme oder nehmen Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The tables are equal.</source>
        <translation>Die Tabellen sind gleich.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>The columns stand in another order.</source>
        <translation>Die Spalten stehen in anderer Reihenfolge.</translation>
    </message>
    <message>
        <source>Rows: %1 added, %2 removed, %3 changed. Cells: %4 changed.</source>
        <translation>Zeilen: %1 hinzugefügt, %2 entfernt, %3 geändert. Zellen: %4 geändert.</translation>
    </message>
    <message>
        <source>row %1, %2: %3 → %4</source>
        <translation>Zeile %1, %2: %3 → %4</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Name the two files to compare.</source>
        <translation>Nennen Sie die beiden zu vergleichenden Dateien.</translation>
    </message>
    <message>
        <source>Say what differs between two files</source>
        <translation>Zeigen, worin sich zwei Dateien unterscheiden</translation>
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
        <translation>passel diff [Optionen] BEFORE AFTER

Vergleicht zwei Tabellen Zelle für Zelle. Exit-Code 0: gleich, 1: verschieden,
2 oder mehr: nicht vergleichbar. Zellen werden nach ihrem Wert verglichen,
gleich in welcher Form sie geschrieben sind.
  --by-id         Zeilen mit derselben id gehören zusammen
  --key COLUMNS   Zeilen gehören zusammen, die in diesen Spalten gleich sind,
                  durch Kommas getrennt
  --allow-expand  auch entpacken, was mehr als 200-mal so groß wird
  --json          der Bericht als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1. %2 (switched off)</source>
        <translation>%1. %2 (ausgeschaltet)</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>   row %1, %2: “%3”</source>
        <translation>   Zeile %1, %2: „%3“</translation>
    </message>
    <message>
        <source>Name the recipe, the file to read, and with -o the file to write.</source>
        <translation>Nennen Sie das Rezept, die zu lesende Datei und mit -o die zu schreibende Datei.</translation>
    </message>
    <message>
        <source>Do a recipe to a file</source>
        <translation>Ein Rezept auf eine Datei anwenden</translation>
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
        <translation>passel run [Optionen] RECIPE IN -o OUT

Liest IN, wie der erste Schritt des Rezepts sagt, führt die Schritte aus und
schreibt OUT im Format seiner Endung. - steht für Standardeingabe oder -ausgabe.
  --sniff             IN selbst ansehen, um zu erkennen, wie es zu lesen ist
  --keep-going        einen nicht ausführbaren Schritt übergehen; Exit-Code 2
  --to FORMAT         csv, json oder ndjson, gleich welche Endung
  --no-formula-guard  Zellen, die mit = + - @ beginnen, unverändert lassen
  --with-ids          eine Spalte abgeleiteter ids
  --allow-expand      auch entpacken, was mehr als 200-mal so groß wird
  --json              der Bericht zu jedem Schritt als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>Paste the invitation and press Enter (it is not shown):</source>
        <translation>Fügen Sie die Einladung ein und drücken Sie die Eingabetaste (sie wird nicht gezeigt):</translation>
    </message>
    <message>
        <source>The invitation is read from standard input, as the list of processes shows what stands here.</source>
        <translation>Die Einladung wird von der Standardeingabe gelesen, da die Prozessliste zeigt, was hier steht.</translation>
    </message>
    <message>
        <source>The invitation names an address that is not safe to use.</source>
        <translation>Die Einladung nennt eine Adresse, die nicht sicher verwendbar ist.</translation>
    </message>
    <message>
        <source>The token is good, but there is no keychain to keep it in. Put it into a file with mode 600 and set PASSEL_TOKEN_FILE to its name.</source>
        <translation>Das Token ist gültig, aber es gibt keinen Schlüsselbund, um es aufzubewahren. Legen Sie es in eine Datei mit Modus 600 und setzen Sie PASSEL_TOKEN_FILE auf ihren Namen.</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Bei %1 angemeldet.</translation>
    </message>
    <message>
        <source>Signed out of %1.</source>
        <translation>Von %1 abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in to a share server</source>
        <translation>Bei einem Freigabeserver anmelden</translation>
    </message>
    <message>
        <source>passel login [options]

Reads from standard input the invitation that whoever runs the server made
with “passel-server token add NAME --invite”. The token is kept in the
keychain.
  --name TEXT  what you call the server
  --json       the answer as one JSON object</source>
        <translation>passel login [Optionen]

Liest von der Standardeingabe die Einladung, die der Betreiber des Servers
mit „passel-server token add NAME --invite“ erzeugt hat. Das Token wird im
Schlüsselbund aufbewahrt.
  --name TEXT  wie Sie den Server nennen
  --json       die Antwort als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>Sign out of a share server</source>
        <translation>Von einem Freigabeserver abmelden</translation>
    </message>
    <message>
        <source>passel logout [options]

Revokes the token and forgets it.
  --server URL  the server; else the one in use
  --json        the answer as one JSON object</source>
        <translation>passel logout [Optionen]

Widerruft das Token und vergisst es.
  --server URL  der Server; sonst der verwendete
  --json        die Antwort als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>The window program passel-desktop is not installed here.</source>
        <translation>Das Fensterprogramm passel-desktop ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>Show files and shares in the window</source>
        <translation>Dateien und Freigaben im Fenster zeigen</translation>
    </message>
    <message>
        <source>passel open [FILE | KEY | LINK …]

Opens them in the window that is there already, or in a new one.</source>
        <translation>passel open [FILE | KEY | LINK …]

Öffnet sie im bereits vorhandenen Fenster oder in einem neuen.</translation>
    </message>
    <message>
        <source>Name the key, and with -o the file to write.</source>
        <translation>Nennen Sie den Schlüssel und mit -o die zu schreibende Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) pulled, %L1 bytes received.</source>
        <translation>
            <numerusform>%Ln Zeile geholt, %L1 Bytes empfangen.</numerusform>
            <numerusform>%Ln Zeilen geholt, %L1 Bytes empfangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Bring a share by its key</source>
        <translation>Eine Freigabe über ihren Schlüssel holen</translation>
    </message>
    <message>
        <source>passel pull [options] KEY -o OUT

KEY is a name, a name with its code, or a link; - reads it from standard
input. OUT is written in the format of its suffix, or as CSV to standard
output for -.
  --server URL        the server; else that of the link, or the one in use
  --pin DIGITS        SHA-256 of the server&apos;s public key
  --to FORMAT         csv, json or ndjson, whatever the suffix
  --no-formula-guard  leave cells that begin with = + - @ as they are
  --documents         JSON as DocArray writes it, also of a table
  --no-cache          keep no parts on this computer
  --json              the account as one JSON object

Exit codes: 2 trouble, 4 no such share, 5 not signed in or not allowed,
6 the server does not answer, 64 bad usage.</source>
        <translation>passel pull [Optionen] KEY -o OUT

KEY ist ein Name, ein Name mit seinem Code oder ein Link; - liest ihn von der
Standardeingabe. OUT wird im Format seiner Endung geschrieben oder bei - als CSV
auf die Standardausgabe.
  --server URL        der Server; sonst der des Links oder der verwendete
  --pin DIGITS        SHA-256 des öffentlichen Schlüssels des Servers
  --to FORMAT         csv, json oder ndjson, gleich welche Endung
  --no-formula-guard  Zellen, die mit = + - @ beginnen, unverändert lassen
  --documents         JSON, wie DocArray es schreibt, auch aus einer Tabelle
  --no-cache          keine Teile auf diesem Computer behalten
  --json              der Bericht als ein JSON-Objekt

Exit-Codes: 2 Fehler, 4 keine solche Freigabe, 5 nicht angemeldet oder nicht
erlaubt, 6 der Server antwortet nicht,
64 falscher Aufruf.</translation>
    </message>
    <message>
        <source>Name the one file to push.</source>
        <translation>Nennen Sie die eine freizugebende Datei.</translation>
    </message>
    <message>
        <source>--columns names “%1” twice.</source>
        <translation>--columns nennt „%1“ zweimal.</translation>
    </message>
    <message>
        <source>“%1” is no key. A key has 2 to 63 small letters, digits, - and _.</source>
        <translation>„%1“ ist kein Schlüssel. Ein Schlüssel hat 2 bis 63 Kleinbuchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>The key %1 is mistyped.</source>
        <translation>Der Schlüssel %1 ist vertippt.</translation>
    </message>
    <message>
        <source>The key %1 is mistyped. Did you mean %2?</source>
        <translation>Der Schlüssel %1 ist vertippt. Meinten Sie %2?</translation>
    </message>
    <message>
        <source>--access takes owner, people or code.</source>
        <translation>--access erwartet owner, people oder code.</translation>
    </message>
    <message>
        <source>--days takes 1 to 30.</source>
        <translation>--days erwartet 1 bis 30.</translation>
    </message>
    <message>
        <source>--if-match takes a version: 64 digits, as push and pull tell them.</source>
        <translation>--if-match erwartet eine Version: 64 Ziffern, wie push und pull sie nennen.</translation>
    </message>
    <message>
        <source>Choose --if-match or --if-absent, not both.</source>
        <translation>Wählen Sie --if-match oder --if-absent, nicht beides.</translation>
    </message>
    <message>
        <source>The recipe stays here, as one of its steps tells what the table no longer shows.</source>
        <translation>Das Rezept bleibt hier, da einer seiner Schritte verrät, was die Tabelle nicht mehr zeigt.</translation>
    </message>
    <message>
        <source>The table has no column “%1”.</source>
        <translation>Die Tabelle hat keine Spalte „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) pushed, %L1 bytes sent, until %2.</source>
        <translation>
            <numerusform>%Ln Zeile freigegeben, %L1 Bytes gesendet, bis %2.</numerusform>
            <numerusform>%Ln Zeilen freigegeben, %L1 Bytes gesendet, bis %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send a table to a share server under a key</source>
        <translation>Eine Tabelle unter einem Schlüssel an einen Freigabeserver senden</translation>
    </message>
    <message>
        <source>passel push [options] FILE

Prints the key, which lasts seven days. - stands for standard input.
  --key KEY         the key to push to; else one is proposed
  --server URL      the server; else the one in use
  --pin DIGITS      SHA-256 of the server&apos;s public key
  --access WHO      people (of this server), owner (me alone) or code
                    (anyone with the key, which then includes a code)
  --days N          how long it lasts, 1 to 30
  --note TEXT       a note for those who pull
  --columns A,B     these columns alone
  --recipe FILE     do this recipe first, and send it along
  --if-match VERSION  only over this version of the key (exit code 3 else)
  --if-absent       only when the key is not in use
  --allow-expand    unpack also what grows to more than 200 times its size
  --json            the account as one JSON object

The token is in the keychain (passel login), or in the file that
PASSEL_TOKEN_FILE names. Exit codes: 2 trouble, 3 somebody was first,
5 not signed in or not allowed, 6 the server does not answer, 64 bad
usage, such as a mistyped key.</source>
        <translation>passel push [Optionen] FILE

Gibt den Schlüssel aus, der sieben Tage gilt. - steht für die Standardeingabe.
  --key KEY         der Schlüssel; sonst wird einer vorgeschlagen
  --server URL      der Server; sonst der verwendete
  --pin DIGITS      SHA-256 des öffentlichen Schlüssels des Servers
  --access WHO      people (dieses Servers), owner (nur ich) oder code
                    (alle mit dem Schlüssel, der dann einen Code enthält)
  --days N          wie lange er gilt, 1 bis 30
  --note TEXT       eine Notiz für alle, die holen
  --columns A,B     nur diese Spalten
  --recipe FILE     zuerst dieses Rezept anwenden und es mitsenden
  --if-match VERSION  nur über diese Version des Schlüssels (sonst Exit-Code 3)
  --if-absent       nur, wenn der Schlüssel nicht vergeben ist
  --allow-expand    auch entpacken, was mehr als 200-mal so groß wird
  --json            der Bericht als ein JSON-Objekt

Das Token liegt im Schlüsselbund (passel login) oder in der Datei, die
PASSEL_TOKEN_FILE nennt. Exit-Codes: 2 Fehler, 3 jemand war schneller,
5 nicht angemeldet oder nicht erlaubt, 6 der Server antwortet nicht,
64 falscher Aufruf, etwa ein vertippter Schlüssel.</translation>
    </message>
    <message>
        <source>asking the server</source>
        <translation>Server wird gefragt</translation>
    </message>
    <message>
        <source>the server does not answer, trying again</source>
        <translation>der Server antwortet nicht, neuer Versuch</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>wird abgeschlossen</translation>
    </message>
    <message>
        <source>%1, %2/s</source>
        <translation>%1, %2/s</translation>
    </message>
    <message>
        <source>No server is set up. Name one with --server, or paste an invitation into “passel login”.</source>
        <translation>Kein Server ist eingerichtet. Nennen Sie einen mit --server oder fügen Sie eine Einladung in „passel login“ ein.</translation>
    </message>
    <message>
        <source>“%1” is no address of a share server. It begins with https://; http:// only leads to this computer.</source>
        <translation>„%1“ ist keine Adresse eines Freigabeservers. Sie beginnt mit https://; http:// führt nur zu diesem Computer.</translation>
    </message>
    <message>
        <source>A pin has 64 digits: those that the server shows when it starts.</source>
        <translation>Ein Pin hat 64 Ziffern: die, die der Server beim Start zeigt.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it in the window that the system shows.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn in dem Fenster, das das System zeigt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The command takes no file.</source>
        <translation>Der Befehl nimmt keine Datei.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>You share nothing there.</source>
        <translation>Sie geben dort nichts frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Abruf</numerusform>
            <numerusform>%n Abrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>List what you share</source>
        <translation>Auflisten, was Sie freigeben</translation>
    </message>
    <message>
        <source>passel shares [options]

One line for each: key, who may pull, size, downloads, end.
  --delete KEY  delete this share instead
  --server URL  the server; else the one in use
  --pin DIGITS  SHA-256 of the server&apos;s public key
  --json        the list as one JSON object</source>
        <translation>passel shares [Optionen]

Je eine Zeile: Schlüssel, wer holen darf, Größe, Abrufe, Ende.
  --delete KEY  stattdessen diese Freigabe löschen
  --server URL  der Server; sonst der verwendete
  --pin DIGITS  SHA-256 des öffentlichen Schlüssels des Servers
  --json        die Liste als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Die Option %1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Die Option %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>file: rows, columns</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) got a &apos; in front, so that no program takes it for a formula (--no-formula-guard leaves all as it is).</source>
        <translation>
            <numerusform>%Ln Zelle bekam ein &apos; vorangestellt, damit kein Programm eine Formel darin sieht (--no-formula-guard lässt alles, wie es ist).</numerusform>
            <numerusform>%Ln Zellen bekamen ein &apos; vorangestellt, damit kein Programm eine Formel darin sieht (--no-formula-guard lässt alles, wie es ist).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 warnings in all.</source>
        <translation>%1 Warnungen insgesamt.</translation>
    </message>
    <message>
        <source>Cannot write to standard output.</source>
        <translation>Auf die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>passel::protocol</name>
    <message>
        <source>The message has a field that is not known here.</source>
        <translation>Die Nachricht hat ein hier unbekanntes Feld.</translation>
    </message>
    <message>
        <source>The message is larger than is allowed.</source>
        <translation>Die Nachricht ist größer als erlaubt.</translation>
    </message>
    <message>
        <source>The message is nested too deeply.</source>
        <translation>Die Nachricht ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The message is not a JSON object.</source>
        <translation>Die Nachricht ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>This is not a whole access token. Copy all of it again; it begins with psl_pat_.</source>
        <translation>Dies ist kein vollständiges Zugangstoken. Kopieren Sie es noch einmal ganz; es beginnt mit psl_pat_.</translation>
    </message>
    <message>
        <source>The field “%1” of the message is missing or not valid.</source>
        <extracomment>%1 is the name of a field in a message between programs</extracomment>
        <translation>Das Feld „%1“ der Nachricht fehlt oder ist ungültig.</translation>
    </message>
    <message>
        <source>The message has a name twice.</source>
        <translation>Die Nachricht enthält einen Namen zweimal.</translation>
    </message>
</context>
<context>
    <name>passel::traverse</name>
    <message>
        <source>The path “%1” cannot be read at character %2. Paths look like @r, @c, @m,cc or @c[0:2].</source>
        <translation>Der Pfad „%1“ ist bei Zeichen %2 nicht lesbar. Pfade sehen aus wie @r, @c, @m,cc oder @c[0:2].</translation>
    </message>
</context>
</TS>
