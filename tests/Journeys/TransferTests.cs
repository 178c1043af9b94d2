using BaseComponents.Payments;
using BaseComponents.Tests.Journeys.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys;

/// <summary>The second way to pay: a transfer with a QR code, which the treasury finds on the account.</summary>
public sealed class TransferTests(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citizen_transfers_the_money_and_the_office_gets_the_case_when_it_has_come(int width)
    {
        var citizen = await ArriveAsync($"transfer-{width}", width);
        await ArriveAtPaymentAsync(citizen);

        await citizen.PressAsync("Per Überweisung bezahlen");

        await citizen.Page.GetByText("Bitte überweisen Sie").WaitForAsync();
        await citizen.LookAsync("ueberweisung");
        (await citizen.Page.InnerTextAsync("main")).Should().Contain("DE89 3704 0044 0532 0130 00").And.Contain("84,00");
        (await citizen.Page.GetByRole(Microsoft.Playwright.AriaRole.Img).CountAsync()).Should().Be(1);
        await BookAsync(citizen.Number);
        await citizen.FollowAsync("Stand der Zahlung prüfen");
        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
        (await MailAsync($"Anmeldung eines Hundes, Vorgang {citizen.Number}")).To.Should().Be("steueramt@freiberg.amt.example");
    }

    [Fact]
    public async Task Whoever_thinks_better_of_it_pays_online()
    {
        var citizen = await ArriveAsync("transfer-otherwise");
        await ArriveAtPaymentAsync(citizen);
        await citizen.PressAsync("Per Überweisung bezahlen");

        await citizen.PressAsync("Anders bezahlen");
        await citizen.PressAsync("Noch einmal versuchen");
        await citizen.FollowAsync("Zur Bezahlseite");
        await citizen.PressAsync("Bezahlen");

        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
    }

    private static async Task ArriveAtPaymentAsync(Citizen citizen)
    {
        await citizen.BeginAsync();
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.FillInAsync();
        await citizen.AttachAsync();
        await citizen.ConfirmAsync();
    }

    /// <summary>What the treasury does with the entry on the account statement.</summary>
    private async Task BookAsync(string number)
    {
        var operations = Fresh.Server.Services.GetRequiredService<IPaymentOperations>();
        var attempt = (await operations.ShowAsync(number, TestContext.Current.CancellationToken))!.Attempts.Should().ContainSingle().Subject;
        await operations.ResolveAsync(
            new PaymentDecision
            {
                Reference = number,
                Attempt = attempt.Attempt,
                Resolution = PaymentResolution.Paid,
                Evidence = PaymentEvidence.Bank(new BankEntry { Id = "camt-1", Reference = attempt.TransactionReference!, Amount = attempt.Amount, BookedOn = new DateOnly(2026, 11, 26) }),
                DecidedBy = "Kasse-7",
                Reason = "account statement",
            },
            TestContext.Current.CancellationToken);
    }
}
