namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Who may ask: one Mandant with one Bewirtschafter, what it offers, and the secret of its notifications.</summary>
internal static class EpayblOffice
{
    public const string Mandant = "SANDBOX01";
    public const string Bewirtschafter = "BW000001";
    public const string BudgetItem = "1100.10001";
    public const string DunningKey = "11000";
    public const string NotificationSecret = "sandbox-notification-secret";

    /// <summary>What no public source tells is answered by codes of the Sandbox's own, which its settings name.</summary>
    public const string NotFound = "-8404";
    public const string CustomerExists = "-8409";

    public static IReadOnlyList<(string Code, decimal Minimum, decimal Maximum)> Methods { get; } =
    [
        ("KREDITKARTE", 0.50m, 5000m),
        ("PAYPAL", 0.01m, 2500m),
        ("UEBERWEISUNGVOR", 0.01m, 999_999m),
    ];
}
