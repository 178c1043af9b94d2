using System.Text;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Packets;

/// <summary>
/// The text form of OpenPGP (RFC 9580 section 6.2). Its checksum is not looked at, as the standard advises: it protects against nothing that the integrity code does not.
/// </summary>
internal static class Armour
{
    public const string Message = "MESSAGE";
    public const string Signature = "SIGNATURE";

    private const int MaxLine = 1000;
    private const int MaxLines = 50;

    /// <param name="source">The text; blank lines may stand in front of it.</param>
    /// <param name="label">What it must hold.</param>
    /// <returns>The octets. Disposing them disposes the source.</returns>
    /// <exception cref="OpenPgpException">It is no such text.</exception>
    public static Stream Decode(Stream source, string label)
    {
        var line = Lines(source).SkipWhile(string.IsNullOrWhiteSpace).FirstOrDefault();
        if (line?.TrimEnd() != $"-----BEGIN PGP {label}-----")
            throw new OpenPgpException(OpenPgpProblem.Malformed);
        foreach (var header in Lines(source))
        {
            if (string.IsNullOrWhiteSpace(header))
                return new Base64Source(new ArmourBody(source));
            if (!header.Contains(": ", StringComparison.Ordinal) && !header.TrimEnd().EndsWith(':'))
                break;
        }

        throw new OpenPgpException(OpenPgpProblem.Malformed);
    }

    private static IEnumerable<string> Lines(Stream source)
    {
        for (var count = 0; count < MaxLines && ReadLine(source) is { } line; count++)
            yield return line;
    }

    private static string? ReadLine(Stream source)
    {
        var line = new StringBuilder();
        int next;
        while ((next = source.ReadByte()) is >= 0 and not '\n')
        {
            if (line.Length == MaxLine)
                throw new OpenPgpException(OpenPgpProblem.Malformed);
            line.Append((char)next);
        }

        return next < 0 && line.Length == 0 ? null : line.ToString();
    }

    /// <summary>The lines up to the closing one, whose hyphens are no letters of base64.</summary>
    private sealed class ArmourBody(Stream source) : SourceStream
    {
        private bool _isAtEnd;

        public override int Read(Span<byte> buffer)
        {
            if (_isAtEnd)
                return 0;
            var count = source.Read(buffer);
            var end = buffer[..count].IndexOf((byte)'-');
            _isAtEnd = end >= 0 || count == 0;
            return end >= 0 ? end : count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
