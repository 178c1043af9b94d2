using System.Globalization;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>The twelve lines of EPC069-12, parted by line feeds.</summary>
internal static class EpcLines
{
    public static EpcQrPayload Write(EpcQrCode code)
    {
        var text = Text(code);
        return new EpcQrPayload(text, EpcEncodings.Of(code.CharacterSet)!.GetBytes(text));
    }

    // Empty lines keep the place of what is left out; behind the last line that says something they would be bytes for nothing.
    public static string Text(EpcQrCode code) => string.Join('\n', Lines(code)).TrimEnd('\n');

    private static string?[] Lines(EpcQrCode code) =>
    [
        "BCD",
        ((int)code.Version).ToString("000", CultureInfo.InvariantCulture),
        ((int)code.CharacterSet).ToString(CultureInfo.InvariantCulture),
        "SCT",
        code.Bic?.ToString(),
        code.Name,
        code.Iban.ToString(),
        // Not by interpolation, which would ask the culture.
        "EUR" + code.Amount.ToString(),
        code.Purpose,
        code.Reference?.ToString(),
        code.Text,
        code.Information,
    ];
}
