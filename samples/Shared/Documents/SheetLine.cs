namespace MunicipalService.Documents;

/// <summary>A label and its value, as people read them on a page and on paper.</summary>
public sealed record SheetLine(string Label, string Value)
{
    /// <summary>The language of the value where the page is in another one.</summary>
    public string? Language { get; init; }
}

/// <summary>Lines that belong together.</summary>
public sealed record SheetSection(string Title, IReadOnlyList<SheetLine> Lines);
