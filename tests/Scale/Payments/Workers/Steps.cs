namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The named steps of a payment at which workers die: those that the client writes into its log, and the commits of the database.</summary>
internal static class Steps
{
    public const string Committing = "committing";
    public const string Committed = "committed";

    /// <summary>By the id of the log's event, those first at which most can go wrong: a small run does not come to all.</summary>
    public static readonly IReadOnlyDictionary<int, string> Logged = new Dictionary<int, string>
    {
        [2011] = "answered",
        [2014] = "event-handled",
        [2001] = "intent-stored",
        [2010] = "sending",
        [2002] = "change-stored",
        [2013] = "event-leased",
        [2012] = "looked",
        [2015] = "event-delivered",
        [2005] = "exists-there",
    };

    public static IEnumerable<string> All => [.. Logged.Values, Committing, Committed];
}
