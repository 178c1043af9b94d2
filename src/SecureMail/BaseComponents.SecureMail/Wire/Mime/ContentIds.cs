using System.Buffers;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The names by which HTML refers to parts of its mail (RFC 2392).</summary>
internal static class ContentIds
{
    private const int MaxWritten = 100;
    private const int MaxRead = 250;
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@";

    // No character of it has to be escaped in an address, an attribute or a header.
    private static readonly SearchValues<char> _written = SearchValues.Create(Plain);
    private static readonly SearchValues<char> _read = SearchValues.Create(Plain + "+$");

    public static bool IsFit(string id) => id.Length is > 0 and <= MaxWritten && id[0] is not '.' and not '@' && id[^1] is not '.' and not '@' && !id.AsSpan().ContainsAnyExcept(_written);

    /// <summary>One that was received, out of its angle brackets, if it is safe to look up and to show.</summary>
    public static string? Safe(string? claimed)
    {
        var bare = claimed?.Trim();
        var id = bare is ['<', .., '>'] ? bare[1..^1] : bare;
        return id is { Length: > 0 and <= MaxRead } && !id.AsSpan().ContainsAnyExcept(_read) ? id : null;
    }
}
