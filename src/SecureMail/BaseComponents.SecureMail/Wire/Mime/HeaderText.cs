using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>What may stand in a header that the caller fills.</summary>
internal static class HeaderText
{
    private const int MaxSubject = 400;
    private const int MaxFileName = 200;

    public static void CheckSubject(string? subject)
    {
        // "=?" begins an encoded word (RFC 2047): readers would show something else than what was written.
        if (string.IsNullOrWhiteSpace(subject) || subject.Length > MaxSubject || subject.Any(char.IsControl) || subject.Contains("=?", StringComparison.Ordinal))
            throw Fault.Invalid($"The subject must be one line of at most {MaxSubject} characters without control characters and without \"=?\"; line breaks would inject headers.");
    }

    /// <summary>A received subject as one line: encoded words can hold line breaks.</summary>
    public static string SafeSubject(string? claimed) => new([.. (claimed ?? "").Select(c => char.IsControl(c) ? ' ' : c)]);

    public static void CheckFileName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxFileName || name.Any(IsUnfitForFileName) || name is "." or "..")
            throw Fault.Invalid("An attachment's file name is empty, too long, or holds a path, control or direction characters.");
    }

    /// <summary>A received name reduced to what is safe to show and to store.</summary>
    public static string SafeFileName(string? claimed, int number)
    {
        var last = (claimed ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !IsUnfitForFileName(c))]).Trim(' ', '.');
        return clean.Length == 0 ? $"attachment-{number}" : clean.Length > MaxFileName ? clean[^MaxFileName..] : clean;
    }

    // Direction marks make "exe.pdf" look like another type.
    private static bool IsUnfitForFileName(char c) => char.IsControl(c) || c is '/' or '\\' or ':' or '"' or '<' or '>' or '|' or '?' or '*'
        or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
