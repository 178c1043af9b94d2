using System.Text;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>EPC069-12: lengths, ranges, characters, and what excludes or demands what.</summary>
internal static class EpcRules
{
    private const string TextSigns = "what the chosen character set has, without line breaks and control characters";
    private static readonly Euro MaxAmount = new(999_999_999.99m);

    public static IReadOnlyList<PaymentFinding> Check(EpcQrCode code)
    {
        var findings = new Findings();
        var encoding = EpcEncodings.Of(code.CharacterSet);
        CheckForm(findings, code, encoding);
        CheckAccount(findings, code);
        CheckAmount(findings, code.Amount);
        CheckTexts(findings, code, text => IsWritable(text, encoding));
        // The size of what breaks other rules says nothing.
        if (findings.All.Count == 0)
            CheckSize(findings, encoding!.GetByteCount(EpcLines.Text(code)));
        return findings.All;
    }

    private static void CheckForm(Findings findings, EpcQrCode code, Encoding? encoding)
    {
        if (code.Version is not (EpcQrVersion.Version1 or EpcQrVersion.Version2))
            findings.Add(nameof(code.Version), PaymentRule.Pattern, "There are the versions 1 and 2.");
        if (encoding is null)
            findings.Add(nameof(code.CharacterSet), PaymentRule.Pattern, "There are the character sets 1 to 6 and 8.");
    }

    private static void CheckAccount(Findings findings, EpcQrCode code)
    {
        if (code.Iban.IsEmpty)
            findings.Add(nameof(code.Iban), PaymentRule.Required, "The account is missing.");
        if (code.Bic is { IsEmpty: false })
            return;
        if (code.Bic is not null)
            findings.Add(nameof(code.Bic), PaymentRule.Required, "The BIC is empty; leave it out instead.");
        else if (code.Version is EpcQrVersion.Version1)
            findings.Add(nameof(code.Bic), PaymentRule.Required, "Version 1 of the code needs the BIC.");
        else if (!code.Iban.IsEmpty && !IbanRegistry.IsInEconomicArea(code.Iban.Country))
            findings.Add(nameof(code.Bic), PaymentRule.Required, "An account outside the European Economic Area needs the BIC.");
    }

    private static void CheckAmount(Findings findings, Euro amount)
    {
        if (amount == Euro.Zero || amount > MaxAmount)
            findings.Add(nameof(EpcQrCode.Amount), PaymentRule.Limit, "The amount lies between 0.01 and 999999999.99 euro.");
    }

    private static void CheckTexts(Findings findings, EpcQrCode code, Func<string, bool> isWritable)
    {
        findings.Text(nameof(code.Name), code.Name, 70, isWritable, TextSigns, required: true);
        findings.Text(nameof(code.Purpose), code.Purpose, 4, static text => text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)), "A-Z 0-9");
        findings.Text(nameof(code.Text), code.Text, 140, isWritable, TextSigns);
        findings.Text(nameof(code.Information), code.Information, 70, isWritable, TextSigns);
        if (code.Reference is { IsEmpty: true })
            findings.Add(nameof(code.Reference), PaymentRule.Required, "The reference is empty; leave it out instead.");
        if (code is { Reference: not null, Text: not null })
            findings.Add(nameof(code.Reference), PaymentRule.Exclusive, "A transfer has a reference or a text, never both.");
    }

    // Without an encoding that is the finding; the texts are not to blame.
    private static bool IsWritable(string text, Encoding? encoding) => !text.Any(static c => char.IsControl(c) || c is '\u2028' or '\u2029') && encoding?.CanWrite(text) != false;

    private static void CheckSize(Findings findings, int bytes)
    {
        if (bytes > EpcQrCode.MaxBytes)
            findings.Add("Payload", PaymentRule.Limit, $"The content has {bytes} bytes in its character set; at most {EpcQrCode.MaxBytes} are allowed. Shorten the text or the information.");
    }
}
