using System.Diagnostics;
using System.Reflection;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>SOAP::Lite, a SOAP of Perl that integrators of ePayBL use: it calls our Sandbox, and it reads what our client writes.</summary>
public sealed class SoapLiteTests : SandboxWithEpaybl
{
    [Fact]
    public async Task It_books_a_claim_at_the_sandbox()
    {
        await SkipWithoutPeerAsync();
        var settings = Sandbox.Configuration.GetSection("BaseComponents:Payments:EpayblSoap");
        var folder = Directory.CreateTempSubdirectory("soap-lite");
        var (root, client) = (Path.Combine(folder.FullName, "root.pem"), Path.Combine(folder.FullName, "client.pem"));
        await File.WriteAllTextAsync(root, settings["TrustAnchorsPem"]);
        await File.WriteAllTextAsync(client, settings["ClientCertificatePem"]);

        var said = await RunAsync("", "call", new Uri(Sandbox.MachineAddress, "/payments/epaybl/soap/2").AbsoluteUri, root, client);
        folder.Delete(recursive: true);

        said.Should().Equal("isAlive +0000", "anlegenKunde +0000", "anlegenKassenzeichen +0000", "amount 96.00", "saldo 96.00", "loeschenKunde +0000");
        (await ClaimsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { RequestId = "perl-1", Amount = 96m, Status = "INITIAL" });
    }

    [Theory]
    [InlineData("soap2", "buchungsListe/buchungen/0/", "zahlverfahrenListe/1 PAYPAL")]
    [InlineData("soap3", "buchungsListe/buchungen/buchungen/", "zahlverfahrenListe/stringList PAYPAL")]
    public async Task It_reads_what_the_client_writes(string wire, string booking, string method)
    {
        await SkipWithoutPeerAsync();
        var written = new Recorder();
        var list = List("t-1");
        // SOAP::Lite makes a struct of a repeated member and keeps the last one.
        EpayblPaymentMethod[] methods = wire == "soap2" ? [EpayblPaymentMethod.CreditCard, EpayblPaymentMethod.PayPal] : [EpayblPaymentMethod.PayPal];
        var booked = new EpayblBooking { Text = "ÄÖÜß & 100 %", Net = new Euro(96m), BudgetItem = "1100.10001" };
        await Client(wire, written).BookAsync(list with { Bookings = [booked], Methods = methods });

        var said = await RunAsync(written.Bodies[1], "read");

        said[0].Should().Be("operation anlegenKassenzeichenMitZahlverfahrenlisteMitBLP");
        said.Should().ContainInOrder("mandantNr SANDBOX01", "eShopKundenNr k-t-1");
        said.Should().Contain([$"{booking}buchungstext ÄÖÜß & 100 %", $"{booking}betrag 96.00", "buchungsListe/betrag 96.00", "buchungsListe/EShopTransaktionsNr t-1", method, "lieferAdresse nil", "buchungText nil"]);
    }

    private IEpayblClient Client(string wire, Recorder recorder) => Client(wire, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => recorder));

    private static async Task SkipWithoutPeerAsync()
    {
        using var perl = Process.Start(new ProcessStartInfo("perl", ["-MSOAP::Lite", "-MLWP::Protocol::https", "-e", "1"]) { RedirectStandardError = true })!;
        await perl.WaitForExitAsync();
        Assert.SkipWhen(perl.ExitCode != 0, "SOAP::Lite is not installed: apt-get install libsoap-lite-perl liblwp-protocol-https-perl");
    }

    private static async Task<string[]> RunAsync(string input, params string[] arguments)
    {
        var script = Path.Combine(Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "tests", "Contracts", "peers", "soap-lite.pl");
        using var perl = Process.Start(new ProcessStartInfo("perl", [script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await perl.StandardInput.WriteAsync(input);
        perl.StandardInput.Close();
        var errors = perl.StandardError.ReadToEndAsync();
        var output = await perl.StandardOutput.ReadToEndAsync();
        await perl.WaitForExitAsync();
        perl.ExitCode.Should().Be(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Recorder : DelegatingHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
