using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>One town of the application: its payments, its ePayBL, and what that would tell it.</summary>
internal sealed class Town(string name, IServiceProvider services, ClaimsPeer peer)
{
    public const string Bewirtschafter = "BW1";

    public string Name { get; } = name;

    public ClaimsPeer Peer { get; } = peer;

    public string Path => PathOf(Name);

    public IPaymentClient Payments => services.PaymentsOf(Name);

    public IPaymentReconciler Reconciler => services.ReconcilerOf(Name);

    public static string PathOf(string name) => $"/{name}/meldung";

    public static string ReturnPathOf(string name) => $"/{name}/zurueck";

    public static string MandantOf(string name) => $"M-{name}";

    public static string SecretOf(string name) => $"geheim-{name}";

    public Task<IReadOnlyList<PaymentRecord>> StoredAsync(string reference) => services.StoreOf(Name).ListAttemptsAsync(Name, reference);

    /// <summary>Starts a payment and returns its Kassenzeichen.</summary>
    public async Task<string> StartAsync(string reference = "case-1") => (await Payments.StartAsync(Orders.DogTax(reference))).TransactionReference!;

    /// <summary>The opaque part of a return address of that payment.</summary>
    public string ReturnToken(string reference) => services.GetRequiredKeyedService<PaymentReturnLinks>(Name).For(reference).Segments[^1];

    /// <summary>A genuine notification, in the sequence of its fields.</summary>
    public List<KeyValuePair<string, string>> Notification(string kassenzeichen, string status = "success", string? secret = null, params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["mandant"] = MandantOf(Name),
            ["bewirtschafter"] = Bewirtschafter,
            ["zvgid"] = "z1",
            ["kassenzeichen"] = kassenzeichen,
            ["tan"] = "t1",
            ["zvp"] = "Anna Geheimname",
            ["zahlverfahren"] = "KREDITKARTE",
            ["aktivierung"] = "1",
            ["status"] = status,
        };
        foreach (var (key, value) in changes)
            values[key] = value;
        values["hash"] = EpayblNotification.HashOf(values, secret ?? SecretOf(Name));
        return [.. values];
    }
}
