using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

internal static class CanonicalFormat
{
    /// <summary>CRLF line ends, as S/MIME signs them (RFC 8551 section 3.1.1).</summary>
    public static FormatOptions Options { get; } = Create();

    private static FormatOptions Create()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.EnsureNewLine = false;
        return options;
    }
}
