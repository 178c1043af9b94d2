using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MunicipalService.Languages;

/// <summary>
/// A text of the service with its arguments, not yet in a language: the German sentence is its key. An interpolated string becomes one as it stands, each hole
/// an argument, so that rules know no language and still say whole sentences.
/// </summary>
[InterpolatedStringHandler]
public sealed class Message
{
    private readonly StringBuilder _key = new();
    private readonly List<object?> _arguments = [];

    /// <param name="key">The German sentence, without arguments.</param>
    public Message(string key) => _key.Append(key);

    /// <summary>Called for an interpolated string.</summary>
    public Message(int literalLength, int formattedCount) => (_key.Capacity, _arguments.Capacity) = (Math.Max(16, literalLength + formattedCount * 3), formattedCount);

    /// <summary>The German sentence, with <c>{0}</c>, <c>{1}</c> where its arguments go.</summary>
    public string Key => _key.ToString();

    /// <summary>Texts that are keys themselves, messages, or values such as numbers.</summary>
    public IReadOnlyList<object?> Arguments => _arguments;

    /// <summary>A sentence without arguments.</summary>
    public static implicit operator Message(string key) => new(key);

    /// <summary>Called for what stands between the holes.</summary>
    public void AppendLiteral(string text) => _key.Append(text);

    /// <summary>Called for a hole.</summary>
    public void AppendFormatted<T>(T value)
    {
        _key.Append(CultureInfo.InvariantCulture, $"{{{_arguments.Count}}}");
        _arguments.Add(value);
    }

    /// <summary>Called for a hole with a format: its value is German in every language.</summary>
    public void AppendFormatted<T>(T value, string format) where T : IFormattable => AppendFormatted(value.ToString(format, Wording.GermanCulture));

    /// <summary>The German text.</summary>
    public override string ToString() => Wording.German.Of(this);
}
