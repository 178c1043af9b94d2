using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>What must not stand in a log: values about people, each in every form in which it could get there.</summary>
internal sealed class Needles
{
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Values => _values;

    /// <summary>Takes a value. One or two letters say nothing about anybody, and would be found everywhere.</summary>
    public void Add(string? value)
    {
        if (value?.Trim() is { Length: > 2 } text)
            _values.Add(text);
    }

    /// <summary>The values that stand in a text, each with the line it was found in.</summary>
    public IReadOnlyList<string> FindIn(IReadOnlyCollection<string> lines) => Find([.. lines, .. lines.SelectMany(Deflated.TextsIn)]);

    private IReadOnlyList<string> Find(List<string> lines) =>
        [.. _values.SelectMany(value => Forms(value).SelectMany(form => lines.Where(line => IsIn(line, form)).Take(1).Select(line => $"'{value}' as '{form}' in: {Short(line, form)}")))];

    private static HashSet<string> Forms(string value) =>
    [
        value,
        value.ToUpperInvariant(),
        value.ToLowerInvariant(),
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        HtmlEncoder.Default.Encode(value),
        JavaScriptEncoder.Default.Encode(value),
        QuotedPrintable(value),
        .. Base64(value),
    ];

    private static string QuotedPrintable(string value) => string.Concat(Encoding.UTF8.GetBytes(value).Select(octet => octet is > 32 and < 127 and not (byte)'=' ? $"{(char)octet}" : octet == 32 ? " " : $"={octet:X2}"));

    // Wherever a value begins within encoded bytes, one of three texts stands there; the letters at its ends depend on the neighbours.
    private static IEnumerable<string> Base64(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        for (var before = 0; before < 3 && bytes.Length > 5; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var (first, last) = ((before * 8 + 5) / 6, (before + bytes.Length) * 8 / 6);
            yield return text[first..last];
            yield return text[first..last].Replace('+', '-').Replace('/', '_');
        }
    }

    // A short value is a word of its own, or it is none: "Max" is part of many names.
    private static bool IsIn(string line, string form) => form.Length > 5
        ? line.Contains(form, StringComparison.Ordinal)
        : line.Contains(form, StringComparison.Ordinal) && Regex.IsMatch(line, $@"(?<![\w.-]){Regex.Escape(form)}(?![\w-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    private static string Short(string line, string form)
    {
        var at = line.IndexOf(form, StringComparison.Ordinal);
        return line[Math.Max(0, at - 120)..Math.Min(line.Length, at + form.Length + 80)].ReplaceLineEndings(" ");
    }
}
