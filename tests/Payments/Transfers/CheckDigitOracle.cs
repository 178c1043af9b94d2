using System.Globalization;
using System.Numerics;

namespace BaseComponents.Tests.Payments.Transfers;

/// <summary>MOD 97-10 by one large number, so that it shares nothing with the code under test.</summary>
internal static class CheckDigitOracle
{
    public static string For(string prefix, string rest) =>
        (98 - (int)(BigInteger.Parse(string.Concat((rest + prefix + "00").Select(Digits)), CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);

    private static string Digits(char sign) => (char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10).ToString(CultureInfo.InvariantCulture);
}
