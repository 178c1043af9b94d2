extern alias authorities;

using System.Text;
using System.Text.Json;
using authorities::BaseComponents.Authorities.Keys;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>Keys of services, areas and entries: each line is read as every one of them, as characters, as UTF-8 and out of JSON.</summary>
internal sealed class KeyTextReader() : Reader("authority-keys")
{
    public override void Read(byte[] input)
    {
        foreach (var range in input.AsSpan().Split((byte)'\n'))
        {
            var line = input.AsSpan()[range];
            ReadAs<LeikaKey>(line, "G", "S", "U");
            ReadAs<RegionKey>(line, "G", "U");
            ReadAs<MunicipalityKey>(line, "G", "U");
            ReadAs<PostalCode>(line, "G");
            ReadAs<ServiceConnectionKey>(line, "G");
            ReadArea(line);
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("services.txt", Encoding.UTF8.GetBytes("99102013104000\n99 102 013 104 000\nurn:de:fim:leika:leistung:99115005104001\n\u00A099\u00A0102 013104000 \n88102013104000"));
        yield return ("areas.txt", Encoding.UTF8.GetBytes("14\n145\n14522\n145215101\n145215101340\n146120000000\n000000000000\n14521340\n010539105105\nurn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:120645410\nurn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags:14521340"));
        yield return ("others.txt", Encoding.UTF8.GetBytes("09599\n00999\nwgb010540880000\nags14521340\nAGS14521340\n٩٩102013104000\n\u0000"));
    }

    private static void ReadAs<TKey>(ReadOnlySpan<byte> line, params ReadOnlySpan<string> forms)
        where TKey : struct, ISpanParsable<TKey>, IUtf8SpanParsable<TKey>, ISpanFormattable, IUtf8SpanFormattable, IComparable<TKey>
    {
        var read = TKey.TryParse(line, null, out var key);
        if (System.Text.Unicode.Utf8.IsValid(line) && (TKey.TryParse(Encoding.UTF8.GetString(line), null, out var same) != read || !same.Equals(key)))
            throw new WrongReadingException($"A {typeof(TKey).Name} is another one in UTF-8.");
        if (!read)
            return;
        foreach (var form in forms)
            ReadBack(key, form);
        if (!JsonSerializer.Deserialize<TKey>(JsonSerializer.SerializeToUtf8Bytes(key)).Equals(key) || key.CompareTo(key) != 0)
            throw new WrongReadingException($"A {typeof(TKey).Name} changes in JSON, or is not the same as itself.");
    }

    private static void ReadBack<TKey>(TKey key, string form)
        where TKey : struct, ISpanParsable<TKey>, IUtf8SpanParsable<TKey>, ISpanFormattable, IUtf8SpanFormattable
    {
        Span<byte> bytes = stackalloc byte[100];
        var text = key.ToString(form, null);
        if (!key.TryFormat(bytes, out var written, form, null) || Encoding.UTF8.GetString(bytes[..written]) != text || !TKey.Parse(text, null).Equals(key))
            throw new WrongReadingException($"A {typeof(TKey).Name} changes when it is written and read.");
    }

    private static void ReadArea(ReadOnlySpan<byte> line)
    {
        if (!RegionKey.TryParse(line, out var area))
            return;
        if (!area.Contains(area) || area.Shortest.Shortest != area.Shortest || area.Ancestors().Any(around => !around.Contains(area)))
            throw new WrongReadingException("An area lies outside of itself, or of what is around it.");
    }
}
