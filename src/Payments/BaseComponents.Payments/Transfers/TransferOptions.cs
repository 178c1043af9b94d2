using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Payments.Transfers;

/// <summary>The account of one Mandant, usually the section <c>BaseComponents:Payments:Transfer</c>.</summary>
public sealed class TransferOptions
{
    /// <summary>The holder of the account, exactly as the bank knows it, at most 70 characters. Required.</summary>
    [Required, StringLength(70)]
    public string? AccountHolder { get; set; }

    /// <summary>The IBAN of the account, with or without blanks. Required.</summary>
    [Required]
    public string? Iban { get; set; }

    /// <summary>The BIC of the bank; needed for accounts outside the European Economic Area only.</summary>
    /// <value>null</value>
    public string? Bic { get; set; }
}
