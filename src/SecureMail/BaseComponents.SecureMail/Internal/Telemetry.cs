using System.Diagnostics;
using System.Diagnostics.Metrics;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Traces and figures, named like the package. Codes and counts only.</summary>
internal static class Telemetry
{
    public static ActivitySource Activities { get; } = new(SecureMailDefaults.ActivitySourceName);

    private static readonly Meter _meter = new(SecureMailDefaults.MeterName);
    private static readonly Counter<long> _sent = _meter.CreateCounter<long>("securemail.mails.sent", "{mail}", "Mails by result: accepted, or the code of the fault.");
    private static readonly Counter<long> _read = _meter.CreateCounter<long>("securemail.mails.read", "{mail}", "Mails read by verdict, or the code of the fault.");

    private static readonly Counter<long> _stored = _meter.CreateCounter<long>("securemail.outbox.stored", "{mail}", "Mails stored, by tenant.");
    private static readonly Counter<long> _attempted = _meter.CreateCounter<long>("securemail.outbox.attempted", "{recipient}", "Recipients after an attempt, by tenant and state.");

    private static readonly Counter<long> _reported = _meter.CreateCounter<long>("securemail.outbox.reports", "{report}", "Reports of delivery and reading, by tenant and what became of them.");

    private static readonly Counter<long> _stamped = _meter.CreateCounter<long>("securemail.outbox.time_stamps", "{stamp}", "Time stamps that were asked for, by tenant and result: Stamped, or the problem.");

    private static readonly Gauge<double> _daysLeft = _meter.CreateGauge<double>("securemail.certificate.days_left", "{day}", "Days until the first certificate of a role ends; recorded once a day and at each check.");

    public static void DaysLeft(CertificateRole role, double days) => _daysLeft.Record(days, new KeyValuePair<string, object?>("role", role.ToString()));

    private static readonly Counter<long> _settled = _meter.CreateCounter<long>("securemail.mailbox.mails", "{mail}", "Mails of a mailbox by what became of them: Acknowledged, Returned, or the reason for setting them aside.");

    /// <summary>A worker's span: a trace of its own, with a link to the one that stored the mail.</summary>
    public static Activity? Attempt(string tenant, IEnumerable<ActivityLink> causes) =>
        Activities.StartActivity("securemail.outbox.attempt", ActivityKind.Consumer, default(ActivityContext), links: causes)?.SetTag("tenant", tenant);

    public static void Settled(string result) => _settled.Add(1, new KeyValuePair<string, object?>("result", result));

    public static void Sent(string result) => _sent.Add(1, new KeyValuePair<string, object?>("result", result));

    public static void Stored(string tenant, int mails) => _stored.Add(mails, new KeyValuePair<string, object?>("tenant", tenant));

    public static void Attempted(string tenant, OutboxRecipientState state) =>
        _attempted.Add(1, new KeyValuePair<string, object?>("tenant", tenant), new KeyValuePair<string, object?>("state", state.ToString()));

    public static void Stamped(string tenant, EvidenceProblem? problem) =>
        _stamped.Add(1, new KeyValuePair<string, object?>("tenant", tenant), new KeyValuePair<string, object?>("result", problem?.ToString() ?? "Stamped"));

    public static void Reported(string tenant, MailReportOutcome outcome) =>
        _reported.Add(1, new KeyValuePair<string, object?>("tenant", tenant), new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public static void Read(string result) => _read.Add(1, new KeyValuePair<string, object?>("result", result));
}
