using System.Net;
using System.Text;
using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Walkthrough;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

public sealed class PaymentTests
{
    [Fact]
    public async Task An_order_whose_sum_does_not_match_is_refused_before_any_call()
    {
        await using var walker = await Walker.StartAsync(services => services.AddSingleton<IPaymentClient>(provider =>
            new WrongSum(provider.GetRequiredKeyedService<IPaymentClient>(""))));
        await walker.WalkToPaymentAsync();

        await walker.Browser.PressAsync("Zahlung vorbereiten");

        walker.PageSays("Die Zahlung kann nicht begonnen werden", HttpStatusCode.BadGateway);
        walker.Log.Errors.Should().Contain("payments-order-invalid");
        walker.LogLeaksNothing();
        (await walker.OpenAsync(walker.Page.Address.AbsolutePath)).Text.Should().Contain(walker.Number, "the case is still there");
    }

    [Fact]
    public async Task A_stopped_payment_service_is_named_and_paid_for_after_its_return()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Fresh.Server.StopSandboxAsync();

        await walker.Browser.PressAsync("Zahlung vorbereiten");

        walker.PageSays("Der Bezahldienst ist gerade nicht erreichbar", HttpStatusCode.ServiceUnavailable);
        walker.Log.Errors.Should().Contain("payments-service-unavailable");
        walker.LogLeaksNothing();

        await walker.Fresh.RestartAsync();
        await walker.Browser.PressAsync("Noch einmal versuchen");
        await walker.Browser.FollowAsync("Zur Bezahlseite");
        await walker.Browser.PressAsync("Bezahlen");
        walker.PageSays("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task While_the_state_of_a_payment_cannot_be_asked_for_nobody_is_told_that_nothing_was_paid()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Browser.PressAsync("Zahlung vorbereiten");
        var open = walker.Page;
        await walker.Fresh.Server.StopSandboxAsync();

        await walker.OpenAsync(open.Address.AbsolutePath);

        walker.PageSays("Der Stand der Zahlung lässt sich gerade nicht abfragen", HttpStatusCode.ServiceUnavailable);
        walker.PageSays("bezahlen Sie bitte nicht noch einmal", HttpStatusCode.ServiceUnavailable);
        walker.Page.Text.Should().NotContain("nichts abgebucht").And.NotContain("Zur Bezahlseite");
        walker.Log.Errors.Should().Contain("payments-service-unavailable");
        await walker.Fresh.RestartAsync();
        await walker.Browser.FollowAsync("Stand der Zahlung prüfen");
        walker.Page.Link("Zur Bezahlseite").Should().Be(open.Link("Zur Bezahlseite"));
    }

    [Fact]
    public async Task Pressing_the_button_twice_prepares_one_payment()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        var before = walker.Page;

        await walker.Browser.PressAsync("Zahlung vorbereiten");
        var first = walker.Page.Link("Zur Bezahlseite");
        await walker.Browser.OpenAsync(before.Address);

        walker.Page.Link("Zur Bezahlseite").Should().Be(first);
    }

    [Fact]
    public async Task What_was_confirmed_is_paid_although_the_tax_classes_change()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        var configuration = (IConfigurationRoot)walker.Fresh.Server.Services.GetRequiredService<IConfiguration>();
        (configuration["DogTax:Classes:0:Key"], configuration["DogTax:Classes:0:Amount"]) = ("umbenannt", "99");
        configuration.Reload();

        await walker.PayAsync();

        walker.PageSays("Ihre Anmeldung ist eingegangen");
        walker.Page.Value("Bezahlter Betrag").Should().Be("84,00 €");
        var mail = await new Inbox(walker.Browser, walker.Fresh.Server.Sandbox!.Address)
            .WaitForAsync($"Anmeldung eines Hundes, Vorgang {walker.Number}", TestContext.Current.CancellationToken);
        (await mail.FilesAsync(TestContext.Current.CancellationToken)).Should().Contain(file => Encoding.UTF8.GetString(file.Content).Contains("<betrag>84.00</betrag>"));
    }

    [Fact]
    public async Task A_payment_that_returns_to_another_browser_is_safe_and_shows_nothing_there()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        var home = walker.Page.Address;
        await walker.Browser.PressAsync("Zahlung vorbereiten");
        using var other = new global::DogLicence.Walkthrough.Browser();
        await other.OpenAsync(walker.Page.Link("Zur Bezahlseite"));

        await other.PressAsync("Bezahlen");

        other.Page.Text.Should().Contain("nur in dem Browser öffnen, in dem er begonnen wurde").And.NotContain(walker.Number);
        await walker.Browser.OpenAsync(home);
        walker.PageSays("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task What_was_paid_can_be_read_but_not_changed_or_confirmed_again()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.PayAsync();

        await walker.Browser.FollowAsync("Antrag ansehen");

        walker.Page.Value("Rufname").Should().Be("Büffel");
        walker.Page.Text.Should().NotContain("Angaben ändern").And.NotContain("Angaben bestätigen");
        walker.Page.Value("Angaben bestätigt am").Should().NotBeEmpty();
        var token = walker.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await walker.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, walker.Page.Address)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
        });
        walker.PageSays("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task A_submitted_case_whose_payment_is_gone_still_shows_its_receipt()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.ChangeRowAsync(row => row.Stage = CaseStage.Closed);

        await walker.OpenAsync(walker.Page.Address.AbsolutePath);

        walker.PageSays("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task Of_two_that_see_a_payment_become_paid_one_records_it_and_the_other_is_told()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Browser.PressAsync("Zahlung vorbereiten");
        var store = walker.Fresh.Server.Services.GetRequiredKeyedService<IPaymentStore>("");
        var seen = (await store.ListAttemptsAsync("", walker.Number))[0];
        var paid = new PaymentEvent
        {
            Id = "paid",
            Tenant = "",
            Reference = seen.Reference,
            Attempt = 1,
            State = PaymentState.Paid,
            Amount = seen.Amount,
            OccurredAt = seen.UpdatedAt,
        };

        (await store.TryUpdateAsync(seen with { State = PaymentState.Paid, NextCheckAt = null }, paid, null)).Should().BeTrue();
        (await store.TryUpdateAsync(seen with { State = PaymentState.Paid, NextCheckAt = null }, paid, null)).Should().BeFalse();
    }

    private sealed class WrongSum(IPaymentClient inner) : IPaymentClient
    {
        public Task<Payment> StartAsync(PaymentOrder order, CancellationToken cancellationToken = default) => inner.StartAsync(
            order with { Items = [.. order.Items.Select(item => item with { TotalNet = item.TotalNet + new Euro(1m) })] }, cancellationToken);

        public Task<Payment?> FindAsync(string reference, CancellationToken cancellationToken = default) => inner.FindAsync(reference, cancellationToken);

        public Task<Payment?> RefreshAsync(string reference, CancellationToken cancellationToken = default) => inner.RefreshAsync(reference, cancellationToken);

        public Task<Payment> StartTransferAsync(PaymentOrder order, CancellationToken cancellationToken = default) => inner.StartTransferAsync(order, cancellationToken);

        public Task<Payment?> CancelTransferAsync(string reference, CancellationToken cancellationToken = default) => inner.CancelTransferAsync(reference, cancellationToken);

        public Task<bool> HintAsync(string transactionReference, CancellationToken cancellationToken = default) => inner.HintAsync(transactionReference, cancellationToken);

        public Task<PaymentServiceStatus> GetServiceStatusAsync(CancellationToken cancellationToken = default) => inner.GetServiceStatusAsync(cancellationToken);
    }
}
