using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>What a transfer needs beside the rules of its QR code: something the books find it by, in characters that every bank passes on.</summary>
internal static class TransferRules
{
    private static readonly string[] AccountFields = [nameof(TransferAccount.Iban), nameof(TransferAccount.Bic)];

    public static IReadOnlyList<PaymentFinding> Check(TransferInstructions transfer)
    {
        var findings = new Findings();
        if (transfer is { Reference: null, Kassenzeichen: null, Text: null })
            findings.Add(nameof(transfer.Reference), PaymentRule.Required, "The transfer has neither reference nor Kassenzeichen nor text; nobody could tell what it is for.");
        if (transfer.Kassenzeichen is { } kassenzeichen)
            CheckKassenzeichen(findings, kassenzeichen, transfer.Account.CheckDigit);
        if (transfer.Text is { } text)
            CheckText(findings, text);
        var known = findings.All.Select(static finding => (finding.Field, finding.Rule)).ToHashSet();
        return [.. findings.All, .. transfer.QrCode.Check().Select(Renamed).Where(finding => !known.Contains((finding.Field, finding.Rule)))];
    }

    private static void CheckKassenzeichen(Findings findings, Kassenzeichen kassenzeichen, IKassenzeichenCheckDigit rule)
    {
        const string field = nameof(TransferInstructions.Kassenzeichen);
        if (kassenzeichen.IsEmpty)
            findings.Add(field, PaymentRule.Required, "The Kassenzeichen is empty; leave it out instead.");
        else if (!rule.IsValid(kassenzeichen))
            findings.Add(field, PaymentRule.CheckDigit, "The Kassenzeichen does not keep the rule for check digits of its account.");
    }

    private static void CheckText(Findings findings, string text)
    {
        const string field = nameof(TransferInstructions.Text);
        if (string.IsNullOrWhiteSpace(text))
            findings.Add(field, PaymentRule.Required, "The value is empty; leave it out instead.");
        else if (!SepaText.IsAllowed(text))
            findings.Add(field, PaymentRule.Pattern, "The text has characters that banks need not pass on; SepaText.From writes them in others.");
    }

    // The QR code's findings, by the names that the caller has set.
    private static PaymentFinding Renamed(PaymentFinding finding) => finding.Field switch
    {
        nameof(EpcQrCode.Name) => finding with { Field = $"{nameof(TransferInstructions.Account)}.{nameof(TransferAccount.Holder)}" },
        var field when AccountFields.Contains(field) => finding with { Field = $"{nameof(TransferInstructions.Account)}.{field}" },
        _ => finding,
    };
}
