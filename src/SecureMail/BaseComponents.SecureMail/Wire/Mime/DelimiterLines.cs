using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>A line that is a delimiter.</summary>
internal readonly record struct DelimiterLine(long Start, long Next, bool IsClosing);

/// <summary>Finds the lines that divide the parts of a multipart (RFC 2046 section 5.1.1).</summary>
internal sealed class DelimiterLines(IOctets entity, byte[] delimiter)
{
    private const int WindowLength = 64 * 1024;

    // White space may follow a delimiter; a kilobyte of it is no honest line.
    private const int MaxRest = 1024;

    // Boundaries of inner parts often begin like the outer one; so many lines that do are meant to keep the reader busy.
    private const int MaxCandidates = 10_000;

    private readonly byte[] _window = new byte[WindowLength];
    private readonly byte[] _needle = [(byte)'\n', .. delimiter];

    /// <param name="start">Where a line begins.</param>
    public IEnumerable<DelimiterLine> From(long start)
    {
        if (At(start) is { } first)
            yield return first;
        var candidates = 0;
        for (var position = start; candidates < MaxCandidates && Find(position) is { } found; position = found)
        {
            candidates++;
            if (At(found) is { } line)
                yield return line;
        }
    }

    /// <summary>Where the next line begins that starts like a delimiter.</summary>
    private long? Find(long position)
    {
        for (; position + _needle.Length <= entity.Length; position += WindowLength - _needle.Length + 1)
        {
            var window = _window.AsSpan(0, (int)Math.Min(WindowLength, entity.Length - position));
            entity.Read(position, window);
            if (window.IndexOf(_needle) is >= 0 and var index)
                return position + index + 1;
        }

        return null;
    }

    private DelimiterLine? At(long start)
    {
        Span<byte> line = stackalloc byte[delimiter.Length + MaxRest];
        line = line[..(int)Math.Min(line.Length, entity.Length - start)];
        entity.Read(start, line);
        var end = line.IndexOf((byte)'\n');
        if (!line.StartsWith(delimiter) || (end < 0 && start + line.Length < entity.Length))
            return null;
        var next = end < 0 ? line.Length : end + 1;
        var rest = line[delimiter.Length..next].TrimEnd(" \t\r\n"u8);
        return rest.IsEmpty || rest.SequenceEqual("--"u8) ? new DelimiterLine(start, start + next, !rest.IsEmpty) : null;
    }
}
