namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>Who sends, and who receives.</summary>
internal static class Offices
{
    public const string Sender = "antrag@stadt.example";
    public const string Taxes = "steueramt@amt.example";
    public const string Buildings = "bauamt@amt.example";

    /// <summary>Its mailbox is full from time to time.</summary>
    public const string Full = "ordnungsamt@amt.example";

    /// <summary>The mail server does not know it.</summary>
    public const string Unknown = "umgezogen@amt.example";

    public static readonly string[] All = [Taxes, Buildings, Full, Unknown];

    /// <summary>Two authorities: one leaves a mail of unknown fate to a person, the other has it sent once more.</summary>
    public static readonly string[] Tenants = ["holds", "resends"];
}
