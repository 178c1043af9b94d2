using System.Diagnostics;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Logging.Testing;

namespace BaseComponents.Tests.Payments;

/// <summary>Canaries: values that belong to a person, put wherever they can enter, must come out at the service and nowhere else.</summary>
public sealed class PrivacyTests : IDisposable
{
    private static readonly string[] _canaries = ["Xanthippe", "Quaksalber", "Geheimweg", "Nirgendwoburg", "Antrag-Quaksalber-1", "geheimer-token"];
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-privacy-").FullName;
    private readonly List<string> _traced = [];
    private readonly ActivityListener _listener;

    public PrivacyTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BaseComponents.Payments",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_traced)
                    _traced.Add($"{activity.OperationName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}");
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static PaymentOrder Order => Orders.DogTax("Antrag-Quaksalber-1") with
    {
        ReturnUrl = new Uri("https://dienst.example/zurueck/geheimer-token"),
        Payer = new PaymentPayer
        {
            Name = "Quaksalber",
            FirstName = "Xanthippe",
            Address = new PaymentPayerAddress { Street = "Geheimweg", City = "Nirgendwoburg" },
        },
    };

    [Fact]
    public async Task Nothing_of_the_payer_reaches_logs_traces_exceptions_or_the_database()
    {
        await using var app = await SqliteApplication.OnAsync(Path.Combine(_folder, "app.db"));
        app.Service.ProblemDetail = "Xanthippe Quaksalber wohnt nicht im Geheimweg";
        app.Service.CreateFaults.Enqueue(CreateFault.Refuse);
        app.Service.CreateFaults.Enqueue(CreateFault.DropAfter);

        var refused = await FailureAsync(() => app.Application.Payments.StartAsync(Order));
        var different = await LiveAsync(app);

        app.Service.Bodies[0].Should().Contain("Quaksalber", "the canary has to fly");
        foreach (var text in app.Application.Logged.Select(Written).Concat(_traced).Append(refused.ToString()).Append(different.ToString()))
            Sings(text).Should().BeEmpty();
        Sings(await File.ReadAllTextAsync(Path.Combine(_folder, "app.db"))).Except(["Quaksalber", "Antrag-Quaksalber-1"]).Should().BeEmpty("the reference alone is stored");
        app.Application.Logged.Should().Contain(line => line.Level == Microsoft.Extensions.Logging.LogLevel.Debug || line.Level == Microsoft.Extensions.Logging.LogLevel.Trace);
        _traced.Should().Contain(line => line.StartsWith("payments.start"));
    }

    [Fact]
    public void Orders_and_payers_do_not_print_persons() => Sings($"{Order} {Order.Payer} {Order.Payer!.Address}".Replace(Order.Reference, "")).Should().BeEmpty();

    public void Dispose()
    {
        _listener.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // Refused, lost, found, failing, paid, delivered, and then another order under the same reference.
    private static async Task<PaymentException> LiveAsync(SqliteApplication app)
    {
        await app.Application.Payments.StartAsync(Order);
        app.Service.FailsLooks = true;
        await FailureAsync(() => app.Application.Payments.RefreshAsync(Order.Reference));
        app.Service.FailsLooks = false;
        app.Service.Payments[0].Status = "PAYED";
        app.Application.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Application.Reconciler.RunOnceAsync();
        (await app.LicencesAsync()).Should().Equal(Order.Reference);
        return await FailureAsync(() => app.Application.Payments.StartAsync(Order with { Purpose = "Anderes" }));
    }

    private static async Task<PaymentException> FailureAsync(Func<Task> act) => (await act.Should().ThrowAsync<PaymentException>()).Which;

    private static string Written(FakeLogRecord line) => $"{line.Message} {line.Exception} {string.Join(' ', line.StructuredState ?? [])} {string.Join(' ', line.Scopes)}";

    private static IEnumerable<string> Sings(string text) => _canaries.Where(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));
}
