using System.Buffers;
using System.Text.Json;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Reads the values of an envelope, and passes over those that nobody knows.</summary>
internal sealed class EnvelopeValues(EnvelopeBytes bytes)
{
    private const int Deepest = 16;
    private const int LongestLiteral = 64;
    private static readonly SearchValues<byte> Ends = SearchValues.Create(",]} \t\r\n"u8);
    private readonly EnvelopeText _text = new(bytes);

    public async ValueTask<string> NameAsync()
    {
        var name = new ShortText(longest: 200);
        await TextAsync(name).ConfigureAwait(false);
        await bytes.ExpectAsync((byte)':').ConfigureAwait(false);
        return name.ToString();
    }

    public async ValueTask TextAsync(ITextSink sink)
    {
        await bytes.ExpectAsync((byte)'"').ConfigureAwait(false);
        await _text.CopyAsync(sink).ConfigureAwait(false);
    }

    public async ValueTask<string?> ShortTextOrNullAsync(int longest)
    {
        if (await TakeNullAsync().ConfigureAwait(false))
            return null;
        var text = new ShortText(longest);
        await TextAsync(text).ConfigureAwait(false);
        return text.ToString();
    }

    public async ValueTask TextOrNullAsync(ITextSink sink)
    {
        if (!await TakeNullAsync().ConfigureAwait(false))
            await TextAsync(sink).ConfigureAwait(false);
    }

    public async ValueTask<bool> BooleanAsync() => Parsed(await LiteralAsync().ConfigureAwait(false)) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
        ? value.GetBoolean()
        : throw new InvalidDataException("'vollstaendig' is neither true nor false.");

    public async ValueTask<long?> NumberOrNullAsync() => Parsed(await LiteralAsync().ConfigureAwait(false)) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        _ => throw new InvalidDataException("'naechsterIndex' is no whole number."),
    };

    /// <summary>Passes over any value, and makes sure that it is one.</summary>
    public async ValueTask SkipAsync(int depth = 1)
    {
        if (depth > Deepest)
            throw new InvalidDataException($"More than {Deepest} levels.");
        switch (await bytes.PeekAsync().ConfigureAwait(false))
        {
            case (byte)'"':
                await TextAsync(NoText.Instance).ConfigureAwait(false);
                break;
            case (byte)'{':
                await EachAsync((byte)'}', () => SkipMemberAsync(depth)).ConfigureAwait(false);
                break;
            case (byte)'[':
                await EachAsync((byte)']', () => SkipAsync(depth + 1)).ConfigureAwait(false);
                break;
            default:
                Parsed(await LiteralAsync().ConfigureAwait(false));
                break;
        }
    }

    /// <summary>Goes through what stands between two brackets, with commas between.</summary>
    public async ValueTask EachAsync(byte closing, Func<ValueTask> take)
    {
        bytes.Take(1);
        if (await bytes.PeekAsync().ConfigureAwait(false) != closing)
        {
            await take().ConfigureAwait(false);
            while (await bytes.PeekAsync().ConfigureAwait(false) == (byte)',')
            {
                bytes.Take(1);
                await take().ConfigureAwait(false);
            }
        }

        await bytes.ExpectAsync(closing).ConfigureAwait(false);
    }

    private async ValueTask SkipMemberAsync(int depth)
    {
        await NameAsync().ConfigureAwait(false);
        await SkipAsync(depth + 1).ConfigureAwait(false);
    }

    private async ValueTask<bool> TakeNullAsync()
    {
        if (await bytes.PeekAsync().ConfigureAwait(false) == (byte)'"')
            return false;
        return Parsed(await LiteralAsync().ConfigureAwait(false)).ValueKind is JsonValueKind.Null ? true : throw new InvalidDataException("A value is no text.");
    }

    // A number, true, false or null: what stands up to the next sign of structure.
    private async ValueTask<byte[]> LiteralAsync()
    {
        await bytes.PeekAsync().ConfigureAwait(false);
        int end;
        while ((end = bytes.Ready.Span.IndexOfAny(Ends)) < 0 && bytes.Ready.Length <= LongestLiteral)
        {
            if (!await bytes.MoreAsync().ConfigureAwait(false))
                throw new BrokenOffException();
        }

        if (end is < 1 or > LongestLiteral)
            throw new InvalidDataException("A value is missing, or is too long.");
        var literal = bytes.Ready[..end].ToArray();
        bytes.Take(end);
        return literal;
    }

    private static JsonElement Parsed(byte[] literal)
    {
        try
        {
            var reader = new Utf8JsonReader(literal);
            return JsonElement.ParseValue(ref reader) is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String) } value && reader.BytesConsumed == literal.Length
                ? value
                : throw new InvalidDataException("A value is of another kind.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("A value is none of JSON.", exception);
        }
    }
}
