using System.Collections.Frozen;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>The countries of the IBAN registry (SWIFT, ISO 13616) and how long their IBANs are.</summary>
internal static class IbanRegistry
{
    public const int Shortest = 15;
    public const int Longest = 33;

    private const string Lengths = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23
        GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28
        NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
        """;

    // European Union, Iceland, Liechtenstein, Norway: inside it a transfer needs no BIC.
    private const string EconomicArea = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

    private static readonly FrozenDictionary<string, int> LengthsByCountry = Lengths
        .Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(static entry => entry[..2], static entry => int.Parse(entry.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    private static readonly FrozenSet<string> EconomicAreaCountries = EconomicArea.Split(' ').ToFrozenSet();

    /// <summary>How long an IBAN of the country is, or 0 when the registry does not have it.</summary>
    public static int LengthOf(string country) => LengthsByCountry.GetValueOrDefault(country);

    public static bool IsInEconomicArea(string country) => EconomicAreaCountries.Contains(country);
}
