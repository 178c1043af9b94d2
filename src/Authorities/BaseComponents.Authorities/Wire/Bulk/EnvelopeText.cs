using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Reads a JSON string of any length piece by piece, without its escapes.</summary>
internal sealed class EnvelopeText(EnvelopeBytes bytes)
{
    private const byte Quote = (byte)'"';
    private const byte Escape = (byte)'\\';
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), Quote, Escape]);
    private readonly byte[] _character = new byte[4];

    /// <summary>Reads from behind the opening quote to behind the closing one.</summary>
    /// <exception cref="InvalidDataException">The string is no string of JSON: a control character, a wrong escape, half a surrogate pair, no UTF-8.</exception>
    /// <exception cref="BrokenOffException">It has no end.</exception>
    public async ValueTask CopyAsync(ITextSink sink)
    {
        while (true)
        {
            if (PlainLength() is var plain and > 0)
            {
                await sink.WriteAsync(bytes.Ready[..plain]).ConfigureAwait(false);
                bytes.Take(plain);
            }
            else if (bytes.Ready is { Length: > 0 } ready && Special.Contains(ready.Span[0]))
            {
                if (await TakeSpecialAsync(ready.Span[0], sink).ConfigureAwait(false))
                    return;
            }
            else if (!await bytes.MoreAsync().ConfigureAwait(false))
            {
                throw new BrokenOffException();
            }
        }
    }

    // How much can be passed on as it is: whole characters, up to the next sign that means something.
    private int PlainLength()
    {
        var ready = bytes.Ready.Span;
        var special = ready.IndexOfAny(Special);
        var plain = special >= 0 ? ready[..special] : ready[..^UnfinishedTail(ready)];
        return Utf8.IsValid(plain) ? plain.Length : throw new InvalidDataException("A text is no UTF-8.");
    }

    // The last character may go on in what has not arrived yet.
    private static int UnfinishedTail(ReadOnlySpan<byte> ready)
    {
        for (var back = 1; back <= Math.Min(3, ready.Length); back++)
        {
            var value = ready[^back];
            if ((value & 0xC0) == 0x80)
                continue;
            var length = value switch { >= 0xF0 and < 0xF8 => 4, >= 0xE0 and < 0xF0 => 3, >= 0xC0 and < 0xE0 => 2, _ => 1 };
            return length > back ? back : 0;
        }

        return 0;
    }

    private async ValueTask<bool> TakeSpecialAsync(byte sign, ITextSink sink)
    {
        if (sign == Quote)
        {
            bytes.Take(1);
            return true;
        }

        if (sign != Escape)
            throw new InvalidDataException("A text holds a control character.");
        await bytes.NeedAsync(2).ConfigureAwait(false);
        var length = bytes.Ready.Span[1] == (byte)'u' ? await TakeCodeAsync().ConfigureAwait(false) : TakeShort();
        await sink.WriteAsync(_character.AsMemory(0, length)).ConfigureAwait(false);
        return false;
    }

    private int TakeShort()
    {
        _character[0] = bytes.Ready.Span[1] switch
        {
            Quote => Quote,
            Escape => Escape,
            (byte)'/' => (byte)'/',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => throw new InvalidDataException("A text holds an escape that does not exist."),
        };
        bytes.Take(2);
        return 1;
    }

    private async ValueTask<int> TakeCodeAsync()
    {
        var first = await CodeAsync().ConfigureAwait(false);
        if (Rune.TryCreate(first, out var rune))
            return rune.EncodeToUtf8(_character);
        await bytes.NeedAsync(2).ConfigureAwait(false);
        if (char.IsHighSurrogate(first) && bytes.Ready.Span[..2].SequenceEqual("\\u"u8) && Rune.TryCreate(first, await CodeAsync().ConfigureAwait(false), out rune))
            return rune.EncodeToUtf8(_character);
        throw new InvalidDataException("A text holds half a character.");
    }

    private async ValueTask<char> CodeAsync()
    {
        await bytes.NeedAsync(6).ConfigureAwait(false);
        if (!ushort.TryParse(bytes.Ready.Span[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new InvalidDataException("A text holds an escape that does not exist.");
        bytes.Take(6);
        return (char)code;
    }
}
