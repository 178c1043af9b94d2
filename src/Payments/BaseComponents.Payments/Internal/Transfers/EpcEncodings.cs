using System.Collections.Frozen;
using System.Text;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>The encodings of EPC069-12. Taken from the provider directly: registering it would change the whole process.</summary>
internal static class EpcEncodings
{
    private static readonly FrozenDictionary<EpcCharacterSet, Encoding> All = new Dictionary<EpcCharacterSet, Encoding>
    {
        [EpcCharacterSet.Utf8] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        [EpcCharacterSet.Latin1] = Encoding.Latin1,
        [EpcCharacterSet.Latin2] = CodePage(28592),
        [EpcCharacterSet.Latin4] = CodePage(28594),
        [EpcCharacterSet.Cyrillic] = CodePage(28595),
        [EpcCharacterSet.Greek] = CodePage(28597),
        [EpcCharacterSet.Latin9] = CodePage(28605),
    }.ToFrozenDictionary();

    /// <summary>The encoding; null for a number that is none of ours.</summary>
    public static Encoding? Of(EpcCharacterSet set) => All.GetValueOrDefault(set);

    /// <summary>Whether the text comes back as it was: no character is left out, replaced or taken for a similar one.</summary>
    public static bool CanWrite(this Encoding encoding, string text) => encoding.GetString(encoding.GetBytes(text)) == text;

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)
        ?? throw new InvalidOperationException($"Code page {number} is not part of this runtime.");
}
