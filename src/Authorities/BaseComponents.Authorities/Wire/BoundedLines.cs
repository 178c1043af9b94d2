using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads lines that may not be longer than a limit: a file without line ends must not fill the memory.</summary>
internal sealed class BoundedLines(TextReader reader, int longest)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private int _next;
    private int _end;

    /// <summary>The next line without its end, or null after the last.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (_next < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var rest = _buffer.AsSpan(_next, _end - _next);
            var end = rest.IndexOf('\n');
            line.Append(end < 0 ? rest : rest[..end]);
            _next = end < 0 ? _end : _next + end + 1;
            if (line.Length > longest)
                throw new InvalidDataException($"A line is longer than {longest} characters.");
            if (end >= 0)
                return line.ToString().TrimEnd('\r');
        }

        return line.Length > 0 ? line.ToString() : null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _next = 0;
        _end = await reader.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
