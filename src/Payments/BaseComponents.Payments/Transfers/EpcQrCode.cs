using System.Diagnostics.CodeAnalysis;
using BaseComponents.Payments.Internal.Transfers;

namespace BaseComponents.Payments.Transfers;

/// <summary>A transfer as a QR code that banks' apps read (EPC069-12): to whom, how much, and what for.</summary>
/// <remarks>German: Überweisungs-QR-Code, GiroCode.</remarks>
public sealed record EpcQrCode
{
    /// <summary>The most bytes the content has, counted in its character set.</summary>
    public const int MaxBytes = 331;

    /// <summary>The version of the content.</summary>
    /// <value><see cref="EpcQrVersion.Version2"/></value>
    public EpcQrVersion Version { get; init; } = EpcQrVersion.Version2;

    /// <summary>The character set of the content.</summary>
    /// <value><see cref="EpcCharacterSet.Utf8"/></value>
    public EpcCharacterSet CharacterSet { get; init; } = EpcCharacterSet.Utf8;

    /// <summary>The payee's bank. Required in version 1, and for accounts outside the European Economic Area.</summary>
    public Bic? Bic { get; init; }

    /// <summary>The holder of the account, exactly as the bank knows it: 1 to 70 characters. The payer's bank compares it.</summary>
    /// <remarks>German: Empfänger, Kontoinhaber.</remarks>
    public required string Name { get; init; }

    /// <summary>The payee's account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>What to pay, 0.01 to 999999999.99 euro.</summary>
    public required Euro Amount { get; init; }

    /// <summary>Why, as a code of ISO 20022: 1 to 4 capitals and digits, such as <c>TAXS</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>The reference that the payee's books know. Instead of <see cref="Text"/>, never beside it.</summary>
    /// <remarks>German: strukturierter Verwendungszweck.</remarks>
    public CreditorReference? Reference { get; init; }

    /// <summary>The text for the payee, 1 to 140 characters. Instead of <see cref="Reference"/>, never beside it.</summary>
    /// <remarks>German: Verwendungszweck.</remarks>
    public string? Text { get; init; }

    /// <summary>A note that the app shows to the payer, 1 to 70 characters. It is not transferred.</summary>
    public string? Information { get; init; }

    /// <summary>Checks every rule of the content.</summary>
    /// <returns>All findings at once; empty when the code can be drawn.</returns>
    public IReadOnlyList<PaymentFinding> Check() => EpcRules.Check(this);

    /// <summary>The content of the code, or nothing when <see cref="Check"/> finds something.</summary>
    public bool TryEncode([NotNullWhen(true)] out EpcQrPayload? payload)
    {
        payload = Check().Count == 0 ? EpcLines.Write(this) : null;
        return payload is not null;
    }

    /// <summary>The content of the code.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrors.TransferInvalid"/>: all that <see cref="Check"/> finds stands in the findings.</exception>
    public EpcQrPayload Encode()
    {
        var findings = Check();
        return findings.Count == 0 ? EpcLines.Write(this) : throw TransferFaults.Invalid(findings);
    }

    /// <summary>The amount alone: records print themselves into logs, and texts may name persons.</summary>
    public override string ToString() => $"{nameof(EpcQrCode)} {{ Amount = {Amount.ToString()} }}";
}
