namespace BaseComponents.Payments.Wire;

/// <summary>XBezahldienste 1.0.0, PaymentInformation, status. An open set: what is not known is treated as still open.</summary>
internal readonly record struct WireStatus(string Value)
{
    public static WireStatus Initial { get; } = new("INITIAL");

    public static WireStatus Paid { get; } = new("PAYED");

    public static WireStatus Failed { get; } = new("FAILED");

    public static WireStatus Canceled { get; } = new("CANCELED");

    /// <summary>Paid, and taken back by the payer's bank. Not a value of XBezahldienste, and no text of its answers: services that show a balance report it.</summary>
    public static WireStatus Reversed { get; } = new("\u0018reversed");

    public bool IsKnown => this == Initial || this == Paid || this == Failed || this == Canceled || this == Reversed;
}
