namespace Waymark.Documents;

/// <summary>One piece of a document. Closed: every kind is in this file, and a writer must answer each.</summary>
public abstract record Block
{
    private protected Block() { }

    internal abstract void WriteTo(IBlockWriter writer);
}

/// <summary>Writes each kind of block in one format. A new kind does not build until every format answers it.</summary>
internal interface IBlockWriter
{
    void Write(Heading heading);
    void Write(Paragraph paragraph);
    void Write(BulletList list);
    void Write(NumberedList list);
    void Write(Table table);
    void Write(KeyValueList list);
    void Write(QuotedWords quoted);
    void Write(WriteIn writeIn);
}

/// <summary>A heading below the title.</summary>
/// <param name="Level">1 for a section, 2 and 3 for what stands inside it.</param>
/// <param name="Text">The heading's words.</param>
public sealed record Heading(int Level, string Text) : Block
{
    /// <summary>1, 2 or 3.</summary>
    public int Level { get; } =
        Level is >= 1 and <= 3
            ? Level
            : throw new ArgumentOutOfRangeException(
                nameof(Level),
                Level,
                "A heading's level is 1, 2 or 3."
            );

    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>Words set in one way.</summary>
/// <param name="Text">The words; a line feed starts a new line.</param>
/// <param name="Strong">Whether they stand out (bold).</param>
public sealed record Span(string Text, bool Strong = false);

/// <summary>What a paragraph is for.</summary>
public enum ParagraphRole
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A note that may be set smaller: a source, a status, a date of checking.</summary>
    Note,

    /// <summary>A warning: set apart by a bar and by the words "Important:", never by colour alone.</summary>
    Warning,
}

/// <summary>A paragraph of spans.</summary>
public sealed record Paragraph(IReadOnlyList<Span> Spans, ParagraphRole Role = ParagraphRole.Body)
    : Block
{
    /// <summary>A paragraph of plain words.</summary>
    public static Paragraph Of(string text, ParagraphRole role = ParagraphRole.Body) =>
        new([new Span(text)], role);

    /// <summary>A paragraph that begins with a bold label: "<b>Why:</b> because …".</summary>
    public static Paragraph Labelled(
        string label,
        string text,
        ParagraphRole role = ParagraphRole.Body
    ) => new([new Span(label + ":", Strong: true), new Span(" " + text)], role);

    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>A list without an order.</summary>
public sealed record BulletList(IReadOnlyList<Paragraph> Items) : Block
{
    /// <summary>A list of plain sentences.</summary>
    public static BulletList Of(IEnumerable<string> items) =>
        new([.. items.Select(text => Paragraph.Of(text))]);

    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>A list to be followed in order; each starts again at 1.</summary>
public sealed record NumberedList(IReadOnlyList<Paragraph> Items) : Block
{
    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>A table with a header row that is repeated on every page it reaches.</summary>
public sealed record Table : Block
{
    /// <summary>Builds a table; a row of another width than the header is a bug and throws.</summary>
    public Table(
        string caption,
        IReadOnlyList<Column> columns,
        IReadOnlyList<IReadOnlyList<Cell>> rows
    )
    {
        if (columns.Sum(column => column.Percent) != 100)
        {
            throw new ArgumentException("The columns' widths add up to 100.", nameof(columns));
        }
        if (rows.Any(row => row.Count != columns.Count))
        {
            throw new ArgumentException("Every row has one cell for each column.", nameof(rows));
        }
        (Caption, Columns, Rows) = (caption, columns, rows);
    }

    /// <summary>What the table holds, for those who cannot see it.</summary>
    public string Caption { get; }

    /// <summary>The header row.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The rows below it.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }

    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>A table's column: its header and its share of the table's width in percent.</summary>
public sealed record Column(string Header, int Percent);

/// <summary>A table's cell: paragraphs, or none where it is left blank to be written in.</summary>
public sealed record Cell(IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>A cell to write in by hand.</summary>
    public static Cell Blank { get; } = new([]);

    /// <summary>A cell of plain words.</summary>
    public static Cell Of(string text) => new([Paragraph.Of(text)]);
}

/// <summary>Facts with their names: "Made by: …".</summary>
public sealed record KeyValueList(IReadOnlyList<KeyValue> Entries) : Block
{
    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>A fact and its name.</summary>
public sealed record KeyValue(string Key, string Value);

/// <summary>Someone's exact words, marked as such and kept apart from everything said about them.</summary>
/// <param name="Words">The words, unaltered.</param>
/// <param name="Attribution">Who said them, to whom, when, how.</param>
public sealed record QuotedWords(string Words, string Attribution) : Block
{
    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}

/// <summary>Empty lines to write on by hand.</summary>
/// <param name="Label">What to write there.</param>
/// <param name="Lines">How many lines, at least 1.</param>
public sealed record WriteIn(string Label, int Lines = 1) : Block
{
    internal override void WriteTo(IBlockWriter writer) => writer.Write(this);
}
