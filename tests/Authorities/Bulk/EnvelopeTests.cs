using System.Buffers;
using System.Text;
using System.Text.Json;
using BaseComponents.Authorities.Wire.Bulk;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>The reader of envelopes says what the platform's says, whatever the borders of the pieces in which an answer arrives.</summary>
public sealed class EnvelopeTests
{
    private const int Rounds = 3000;

    [Fact]
    public async Task Any_text_comes_out_as_the_platform_reads_it()
    {
        var random = new Random(20_261_127);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Texts.Any(random, random.Next(400));
            var json = Encoding.UTF8.GetBytes($$"""{ "naechsterIndex":{{round}} ,"xzufiObjekte":"{{Texts.Escaped(random, text)}}","vollstaendig":false,"naechsteAnfrageUrl":{{JsonSerializer.Serialize(text[..Math.Min(20, text.Length)])}} }""");

            var (envelope, read) = await ReadAsync(json, random);

            using var expected = JsonDocument.Parse(json);
            read.Should().Be(expected.RootElement.GetProperty("xzufiObjekte").GetString()).And.Be(text);
            envelope.Should().Be(new Envelope(false, round, expected.RootElement.GetProperty("naechsteAnfrageUrl").GetString()));
        }
    }

    [Fact]
    public async Task Any_bytes_are_refused_where_the_platform_refuses_them()
    {
        var random = new Random(1);
        var (refused, taken) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var json = Broken(random, Encoding.UTF8.GetBytes($$"""{"xzufiObjekte":"ä\u00e4\ud83d\ude00 {{Texts.Escaped(random, Texts.Any(random, 8))}}","x":[1,-2.5e3,{"a":[true,null,"\n"]}],"vollstaendig":true,"naechsterIndex":12}"""));
            var expected = ByThePlatform(json);
            var actual = await TryReadAsync(json, random);
            actual.Should().Be(expected, "of {0}", Convert.ToBase64String(json));
            _ = expected is null ? refused++ : taken++;
        }

        refused.Should().BeGreaterThan(Rounds / 4);
        taken.Should().BeGreaterThan(Rounds / 10);
    }

    [Theory]
    [InlineData("""{"vollstaendig":true}""", true, null, null)]
    [InlineData("""{"xzufiObjekte":null,"naechsterIndex":null,"naechsteAnfrageUrl":null,"vollstaendig":true}""", true, null, null)]
    [InlineData("\uFEFF \r\n{\"vollstaendig\" : false , \"naechsterIndex\" : 9223372036854775807 , \"naechsteAnfrageUrl\":\"https:\\/\\/a.example\\/?index=1\" }\n\t ", false, long.MaxValue, "https://a.example/?index=1")]
    [InlineData("""{"neu":{"a":[[],{},"x\"y",-0.1,true]},"vollstaendig":true,"mehr":"]}"}""", true, null, null)]
    public async Task What_an_envelope_says_is_read(string json, bool isComplete, long? index, string? address) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(json), new Random(2))).Envelope.Should().Be(new Envelope(isComplete, index, address));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("""{"xzufiObjekte":"<a""")]
    [InlineData("""{"xzufiObjekte":"<a\""")]
    [InlineData("""{"xzufiObjekte":"\u00""")]
    [InlineData("""{"xzufiObjekte":"\ud83d""")]
    [InlineData("""{"vollstaendig":tru""")]
    [InlineData("""{"vollstaendig":true""")]
    public async Task An_answer_that_ends_too_early_is_broken_off(string json) =>
        await FluentActions.Awaiting(() => ReadAsync(Encoding.UTF8.GetBytes(json), new Random(3))).Should().ThrowAsync<BrokenOffException>();

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"vollstaendig":null}""")]
    [InlineData("""{"vollstaendig":"true"}""")]
    [InlineData("""{"vollstaendig":true,"vollstaendig":true}""")]
    [InlineData("""{"vollstaendig":true,"xzufiObjekte":"","xzufiObjekte":""}""")]
    [InlineData("""{"vollstaendig":true,"voll\u0073taendig":true}""")]
    [InlineData("""{"vollstaendig":true,}""")]
    [InlineData("""{"vollstaendig":true "naechsterIndex":1}""")]
    [InlineData("""{"vollstaendig":true,"naechsterIndex":1.5}""")]
    [InlineData("""{"vollstaendig":true,"naechsterIndex":9223372036854775808}""")]
    [InlineData("""{"vollstaendig":true,"naechsterIndex":"1"}""")]
    [InlineData("""{"vollstaendig":true,"naechsterIndex":01}""")]
    [InlineData("""{"vollstaendig":true,"xzufiObjekte":{}}""")]
    [InlineData("""{"vollstaendig":true,"xzufiObjekte":1}""")]
    [InlineData("""{"vollstaendig":true} {}""")]
    [InlineData("""{'vollstaendig':true}""")]
    [InlineData("""{"vollstaendig":true,"x":[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]}""")]
    [InlineData("""{"vollstaendig":true,"x":"\x"}""")]
    [InlineData("""{"vollstaendig":true,"x":"\ud83d\u0041"}""")]
    [InlineData("""{"vollstaendig":true,"x":"\ude00"}""")]
    [InlineData("""{"vollstaendig":true,"x":"\u00 4"}""")]
    [InlineData("{\"vollstaendig\":true,\"x\":\"a\nb\"}")]
    public async Task What_is_no_envelope_is_refused(string json) =>
        await FluentActions.Awaiting(() => ReadAsync(Encoding.UTF8.GetBytes(json), new Random(4))).Should().ThrowAsync<InvalidDataException>();

    [Theory]
    [InlineData(0xC3, 0x28)]
    [InlineData(0xE0, 0x80)]
    [InlineData(0xED, 0xA0)]
    [InlineData(0xF5, 0x80)]
    [InlineData(0xFF, 0x41)]
    [InlineData(0x80, 0x80)]
    public async Task Bytes_that_are_no_UTF8_are_refused(byte one, byte two)
    {
        byte[] json = [.. "{\"xzufiObjekte\":\"a"u8, one, two, 0x80, .. "\",\"vollstaendig\":true}"u8];
        await FluentActions.Awaiting(() => ReadAsync(json, new Random(5))).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task A_name_or_address_without_end_is_refused_before_it_fills_the_memory()
    {
        foreach (var start in new[] { "{\"", "{\"naechsteAnfrageUrl\":\"", "{\"naechsterIndex\":1" })
            await FluentActions.Awaiting(() => EnvelopeReader.ReadAsync(new Endless(start), new Collected())).Should().ThrowAsync<InvalidDataException>(start);
    }

    [Fact]
    public async Task Hundreds_of_megabytes_need_no_memory()
    {
        var sink = new Length();
        // All of it happens on this thread: the stream never waits.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var envelope = await EnvelopeReader.ReadAsync(new Endless("{\"xzufiObjekte\":\"", 300_000_000, "\",\"vollstaendig\":true}"), sink);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000_000);
        (envelope.IsComplete, sink.Bytes).Should().Be((true, 300_000_000));
    }

    private static async Task<(Envelope Envelope, string Text)> ReadAsync(byte[] json, Random random)
    {
        var text = new Collected();
        var envelope = await EnvelopeReader.ReadAsync(new InPieces(json, random), text, window: random.Next(128, 300));
        return (envelope, text.ToString());
    }

    private static async Task<string?> TryReadAsync(byte[] json, Random random)
    {
        try
        {
            var (envelope, text) = await ReadAsync(json, random);
            return $"{envelope.IsComplete} {envelope.NextIndex} {text}";
        }
        catch (Exception refusal) when (refusal is InvalidDataException or BrokenOffException)
        {
            return null;
        }
    }

    private static string? ByThePlatform(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = true });
            var seen = document.RootElement.EnumerateObject().Select(member => member.Name).Where(name => name is "xzufiObjekte" or "vollstaendig" or "naechsterIndex" or "naechsteAnfrageUrl").ToList();
            if (seen.Count != seen.Distinct().Count())
                return null;
            foreach (var member in document.RootElement.EnumerateObject())
                Touch(member.Value);
            long? index = document.RootElement.TryGetProperty("naechsterIndex", out var number) && number.ValueKind != JsonValueKind.Null ? number.GetInt64() : null;
            return $"{document.RootElement.GetProperty("vollstaendig").GetBoolean()} {index} {(document.RootElement.TryGetProperty("xzufiObjekte", out var text) ? text.GetString() : "")}";
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    // The platform looks at a text when it is asked for.
    private static void Touch(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Touch(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Touch(member.Value);
                break;
        }
    }

    private static byte[] Broken(Random random, byte[] json)
    {
        var bytes = json.ToList();
        for (var change = random.Next(3); change > 0; change--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveAt(place);
                    break;
                case 2:
                    bytes.Insert(place, (byte)"\"\\,:{}[]0eE.-+ tu"[random.Next(17)]);
                    break;
                default:
                    bytes.RemoveRange(place, random.Next(bytes.Count - place));
                    break;
            }
        }

        return [.. bytes];
    }

    private sealed class Collected : ITextSink
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();

        public ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
        {
            _bytes.Write(piece.Span);
            return ValueTask.CompletedTask;
        }

        public override string ToString() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(_bytes.WrittenSpan);
    }

    private sealed class Length : ITextSink
    {
        public long Bytes { get; private set; }

        public ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
        {
            Bytes += piece.Length;
            return ValueTask.CompletedTask;
        }
    }
}
