using System.Text;
using System.Text.Json;
using BaseComponents.Authorities.Keys;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Keys;

/// <summary>What all keys have alike: the same text as characters and as UTF-8, without allocating, in every form; JSON; order.</summary>
public sealed class KeyFormTests
{
    private static readonly Gen<string> Leika = Gen.String[Gen.Char['0', '9'], 12, 12].Select(tail => "99" + tail);
    private static readonly Gen<string> Region = Gen.Select(Gen.Int[1, 16], Gen.Int[0, 4].Select(form => new[] { 0, 1, 3, 7, 10 }[form]))
        .SelectMany((state, rest) => Gen.String[Gen.Char['0', '9'], rest, rest].Select(tail => $"{state:00}{tail}"));

    private static readonly Gen<string> Municipality = Gen.Int[1_000_000, 16_999_999].Select(number => $"{number:00000000}");
    private static readonly Gen<string> Postal = Gen.Int[1000, 99_999].Select(number => $"{number:00000}");
    private static readonly Gen<string> Connection = Gen.Select(Gen.String[Gen.Char['a', 'z'], 3, 3], Gen.String[Gen.Char['0', '9'], 8, 12], (letters, digits) => letters + digits);

    [Fact]
    public void Service_keys_survive_every_form() => Forms<LeikaKey>(Leika, "G", "g", "S", "U");

    [Fact]
    public void Region_keys_survive_every_form() => Forms<RegionKey>(Region, "G", "U", "u");

    [Fact]
    public void Municipality_keys_survive_every_form() => Forms<MunicipalityKey>(Municipality, "G", "U");

    [Fact]
    public void Postal_codes_survive_every_form() => Forms<PostalCode>(Postal, "G");

    [Fact]
    public void Service_connection_keys_survive_every_form() => Forms<ServiceConnectionKey>(Connection, "G");

    [Fact]
    public void No_text_and_no_bytes_make_a_key_throw()
    {
        NeverThrows<LeikaKey>();
        NeverThrows<RegionKey>();
        NeverThrows<MunicipalityKey>();
        NeverThrows<PostalCode>();
        NeverThrows<ServiceConnectionKey>();
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing()
    {
        AllocatesNothing<LeikaKey>(" 99 102 013 104 000", "S");
        AllocatesNothing<LeikaKey>("urn:de:fim:leika:leistung:99102013104000", "U");
        AllocatesNothing<RegionKey>("145220180180", "P");
        AllocatesNothing<RegionKey>(RegionKey.UrnPrefix + "14522", "U");
        AllocatesNothing<MunicipalityKey>("14522180", "U");
        AllocatesNothing<PostalCode>("09599", "");
        AllocatesNothing<ServiceConnectionKey>("wgb010540880000", "G");
    }

    [Fact]
    public void Keys_are_json_strings_and_names_of_entries()
    {
        Json<LeikaKey>("99102013104000");
        Json<RegionKey>("145220180180");
        Json<MunicipalityKey>("14522180");
        Json<PostalCode>("09599");
        Json<ServiceConnectionKey>("wgb010540880000");
    }

    [Theory]
    [InlineData("14522")]
    [InlineData("\"1452\"")]
    [InlineData("{}")]
    [InlineData("\"\\u0031\\u0034\\u0035\"x")]
    public void Other_json_is_refused(string json)
    {
        var read = () => JsonSerializer.Deserialize<RegionKey>(json);
        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Hostile_json_is_refused_as_json_is()
    {
        foreach (var json in new[] { $"\"{new string('1', 100_000)}\"", $"\"{string.Concat(Enumerable.Repeat("\\u0031", 300))}\"" })
        {
            var read = () => JsonSerializer.Deserialize<RegionKey>(json);
            read.Should().Throw<JsonException>();
        }

        var bytes = () => JsonSerializer.Deserialize<PostalCode>([(byte)'"', 0xC3, 0x28, (byte)'"']);
        bytes.Should().Throw<JsonException>();
        JsonSerializer.Deserialize<RegionKey>("\"\\u0031\\u0034\"").Should().Be(RegionKey.Parse("14"));
    }

    [Fact]
    public void No_key_is_null_in_json_and_no_name_of_an_entry()
    {
        JsonSerializer.Serialize(default(RegionKey)).Should().Be("null");
        JsonSerializer.Deserialize<RegionKey>("null").IsEmpty.Should().BeTrue();
        var write = () => JsonSerializer.Serialize(new Dictionary<RegionKey, int> { [default] = 1 });
        write.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_refusal_says_what_a_key_looks_like()
    {
        var parse = () => ServiceConnectionKey.Parse("wg1010540880000"u8);
        parse.Should().Throw<FormatException>().WithMessage("'wg1010540880000' is not a service connection key*wgb010540880000*");
        var hostile = () => LeikaKey.Parse([.. Enumerable.Repeat((byte)0xFF, 5000)]);
        hostile.Should().Throw<FormatException>().Which.Message.Should().Match(message => message.Length < 300 && !message.Contains('\uFFFD'));
    }

    private static void Forms<TKey>(Gen<string> valid, params string[] forms)
        where TKey : struct, ISpanParsable<TKey>, IUtf8SpanParsable<TKey>, ISpanFormattable, IUtf8SpanFormattable, IComparable<TKey> => Gen.Select(valid, valid).Sample((text, other) =>
    {
        var key = TKey.Parse(text, null);
        key.ToString().Should().Be(text);
        foreach (var form in forms)
        {
            var written = key.ToString(form, null);
            TKey.Parse(written, null).Should().Be(key);
            TKey.Parse($"  {written} ".AsSpan(), null).Should().Be(key);
            TKey.Parse(Encoding.UTF8.GetBytes(written), null).Should().Be(key);
            Written(key, form, written);
        }

        var unknown = () => key.ToString("X", null);
        unknown.Should().Throw<FormatException>().WithMessage("*'X' is not known*G*");
        var second = TKey.Parse(other, null);
        key.CompareTo(second).Should().Be(-second.CompareTo(key));
        (key.CompareTo(second) == 0).Should().Be(key.Equals(second));
    });

    private static void Written<TKey>(TKey key, string form, string written)
        where TKey : struct, ISpanFormattable, IUtf8SpanFormattable
    {
        var characters = new char[written.Length];
        var bytes = new byte[written.Length];
        key.TryFormat(characters, out var count, form, null).Should().BeTrue();
        key.TryFormat(bytes, out var byteCount, form, null).Should().BeTrue();
        (count, byteCount).Should().Be((written.Length, written.Length));
        new string(characters).Should().Be(written);
        Encoding.UTF8.GetString(bytes).Should().Be(written);
        key.TryFormat(characters.AsSpan(1), out count, form, null).Should().BeFalse();
        key.TryFormat(bytes.AsSpan(1), out byteCount, form, null).Should().BeFalse();
        (count, byteCount).Should().Be((0, 0));
    }

    private static void NeverThrows<TKey>()
        where TKey : struct, ISpanParsable<TKey>, IUtf8SpanParsable<TKey>
    {
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[' ', 'z'], 0, 20], Gen.String[Gen.Char['0', '9'], 0, 16]).Sample(text =>
        {
            var read = TKey.TryParse(text, null, out var key);
            read.Should().Be(!key.Equals(default(TKey)));
            TKey.TryParse(Encoding.UTF8.GetBytes(text), null, out var same).Should().Be(read);
            same.Should().Be(key);
        });
        Gen.Byte.Array[0, 120].Sample(bytes => TKey.TryParse(bytes, null, out var key).Should().Be(!key.Equals(default(TKey))));
    }

    private static void AllocatesNothing<TKey>(string text, string form)
        where TKey : struct, ISpanParsable<TKey>, IUtf8SpanParsable<TKey>, ISpanFormattable, IUtf8SpanFormattable
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<char> characters = stackalloc char[100];
        Span<byte> utf8 = stackalloc byte[100];
        var failures = Round(bytes, text, form, characters, utf8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            failures += Round(bytes, text, form, characters, utf8);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        failures.Should().Be(0);

        static int Round(byte[] bytes, string text, string form, Span<char> characters, Span<byte> utf8) =>
            TKey.TryParse(text.AsSpan(), null, out var key) & TKey.TryParse(bytes, null, out _)
            & key.TryFormat(characters, out _, form, null) & key.TryFormat(utf8, out _, form, null) ? 0 : 1;
    }

    private static void Json<TKey>(string text)
        where TKey : struct, ISpanParsable<TKey>
    {
        var key = TKey.Parse(text, null);
        JsonSerializer.Serialize(key).Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<TKey>($"\"{text}\"").Should().Be(key);
        JsonSerializer.Deserialize<TKey?>("null").Should().BeNull();
        var map = new Dictionary<TKey, int> { [key] = 7 };
        JsonSerializer.Serialize(map).Should().Be($"{{\"{text}\":7}}");
        JsonSerializer.Deserialize<Dictionary<TKey, int>>($"{{\"{text}\":7}}").Should().Equal(map);
    }
}
