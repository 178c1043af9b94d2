using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>A tag as the export writes it: a plain name, no attributes.</summary>
internal readonly record struct ExportTag(string Name, bool IsEnd, bool IsEmpty)
{
    public string Text => IsEnd ? $"</{Name}>" : IsEmpty ? $"<{Name}/>" : $"<{Name}>";

    public int Length => Name.Length + (IsEnd || IsEmpty ? 3 : 2);

    /// <returns>Null for everything else that begins so.</returns>
    public static ExportTag? Read(ReadOnlySpan<char> text)
    {
        var isEnd = text.StartsWith("</", StringComparison.Ordinal);
        var name = text[(isEnd ? 2 : 1)..];
        name = name[..Math.Min(name.Length, ExportDraft.LongestName + 2)];
        var length = name.IndexOfAnyExcept(NameCharacters);
        if (length <= 0)
            return null;
        var rest = name[length..];
        var isEmpty = !isEnd && rest.StartsWith("/>", StringComparison.Ordinal);
        return isEmpty || rest[0] == '>' ? new ExportTag(name[..length].ToString(), isEnd, isEmpty) : null;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");
}
