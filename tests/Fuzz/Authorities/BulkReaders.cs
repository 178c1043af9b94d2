extern alias authorities;

using System.Buffers;
using System.Text;
using System.Text.Json;
using authorities::BaseComponents.Authorities.Internal.Bulk;
using authorities::BaseComponents.Authorities.Wire.Bulk;
using authorities::BaseComponents.Shared.OAuth;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>The JSON around a page: refused as promised, or it says what the platform's reader says. Where it leads is the configured place, or nowhere.</summary>
internal sealed class BulkEnvelopeReader() : Reader("bulk-envelope")
{
    private static readonly Uri Basis = new("https://bulk.example/api/");

    public override void Read(byte[] input)
    {
        foreach (var window in (int[])[128, 4096])
        {
            try
            {
                var objects = new Collected();
                var envelope = EnvelopeReader.ReadAsync(new MemoryStream(input), objects, window).GetAwaiter().GetResult();
                Compare(input, envelope, objects.ToString());
                if (envelope.NextAddress is { } next && NextAddress.Within(Basis, Basis, next) is { } address && !address.AbsoluteUri.StartsWith(Basis.AbsoluteUri, StringComparison.Ordinal))
                    throw new WrongReadingException("It leads away.");
            }
            catch (Exception refusal) when (refusal is InvalidDataException or BrokenOffException)
            {
                // As promised.
            }
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("page.json", Text("""{"xzufiObjekte":"<?xml version=\"1.0\"?>\n<x:transfer xmlns:x=\"http:\/\/xoev.de\/schemata\/xzufi\/2_3_1\">\u00e4ß\ud83d\ude00</x:transfer>","vollstaendig":false,"naechsterIndex":1000,"naechsteAnfrageUrl":"https://bulk.example/api/v3/verwaltungsobjekte/xzufi-2-3-1?index=1000"}"""));
        yield return ("more.json", Text("\uFEFF { \"neu\" : [ 1 , -2.5e3 , { \"a\" : null } , \"\\b\\f\" ] , \"vollstaendig\" : true , \"xzufiObjekte\" : null , \"naechsteAnfrageUrl\" : \"/api/../other\" }\r\n"));
        yield return ("foreign.json", Text("""{"vollstaendig":true,"naechsterIndex":9223372036854775807,"naechsteAnfrageUrl":"https://bulk.example@evil.example/api/%2e%2e/x"}"""));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static void Compare(byte[] input, Envelope envelope, string objects)
    {
        var json = input.AsSpan().StartsWith("\uFEFF"u8) ? input.AsMemory(3) : input;
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = true });
        var root = document.RootElement;
        var said = new Envelope(
            root.GetProperty("vollstaendig").GetBoolean(),
            root.TryGetProperty("naechsterIndex", out var index) && index.ValueKind == JsonValueKind.Number ? index.GetInt64() : null,
            root.TryGetProperty("naechsteAnfrageUrl", out var next) ? next.GetString() : null);
        if (said != envelope || (root.TryGetProperty("xzufiObjekte", out var text) ? text.GetString() ?? "" : "") != objects)
            throw new WrongReadingException("The platform reads something else.");
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
}

/// <summary>The answer of a token endpoint: no token, or one that fits into a header and lives no longer than a day.</summary>
internal sealed class TokenAnswerReader() : Reader("token-answer")
{
    public override void Read(byte[] input)
    {
        if (TokenReader.Read(input) is not { } answer)
            return;
        if (answer.Token.Length is 0 or > 16_384 || answer.Token.Any(sign => sign is <= ' ' or >= '\x7f') || answer.Lifetime > TimeSpan.FromDays(1) || answer.Lifetime < TimeSpan.Zero)
            throw new WrongReadingException("A token that fits into no header, or never ends.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("token.json", Encoding.UTF8.GetBytes("""{"access_token":"eyJhbGciOiJSUzI1NiJ9.e30.c2ln","expires_in":300,"refresh_expires_in":0,"token_type":"Bearer","not-before-policy":0,"scope":"profile"}"""));
        yield return ("text.json", Encoding.UTF8.GetBytes("""{"access_token":"a","token_type":"bearer","expires_in":"99999999999"}"""));
        yield return ("error.json", Encoding.UTF8.GetBytes("""{"error":"invalid_client","error_description":"Invalid client or Invalid client credentials"}"""));
    }
}

/// <summary>The cursor of a folder: refused as promised, or written again it is the same, and a run begins where it says or at the beginning.</summary>
internal sealed class BulkCursorReader() : Reader("bulk-cursor")
{
    private const string Source = "https://bulk.example/api/v3/verwaltungsobjekte/xzufi-2-3-1";

    public override void Read(byte[] input)
    {
        BulkCursor cursor;
        try
        {
            cursor = BulkCursorText.Read(input);
        }
        catch (InvalidDataException)
        {
            // As promised.
            return;
        }

        if (BulkCursorText.Read(BulkCursorText.Write(cursor)) != cursor)
            throw new WrongReadingException("Written again it is another one.");
        foreach (var run in Enum.GetValues<authorities::BaseComponents.Authorities.Bulk.BulkRun>())
        {
            var begun = BulkSteps.Begin(cursor, run, Source).Cursor;
            if (begun.Complete != cursor.Complete || begun.Running is not { Source: Source } running || (BulkSteps.IsFull(begun) && running.Generation != (cursor.Complete?.Generation ?? 0) + 1))
                throw new WrongReadingException("A run loses what is complete, or is of another service.");
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var complete = new CompletePages(3, 120, 4_000_000, Source, Source + "?index=2400", new DateTimeOffset(2026, 11, 27, 4, 0, 0, TimeSpan.Zero));
        yield return ("complete.json", BulkCursorText.Write(new BulkCursor(1, complete, null)));
        yield return ("delta.json", BulkCursorText.Write(new BulkCursor(1, complete, new RunningPages(3, 121, 4_000_100, 2, Source, Source + "?index=2420", 2420))));
        yield return ("full.json", BulkCursorText.Write(new BulkCursor(1, complete with { NextAddress = null }, new RunningPages(4, 7, 900, 8, Source, Source + "?index=140", 140))));
        yield return ("first.json", BulkCursorText.Write(new BulkCursor(1, null, new RunningPages(1, 0, 0, 0, Source, Source, null))));
    }
}
