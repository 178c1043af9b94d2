using System.Security.Cryptography;
using BaseComponents.Authorities.Snapshots;
using DogLicence.Documents;
using DogLicence.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpecialistProcedure.Answers;
using SpecialistProcedure.Cases;
using SpecialistProcedure.Hosting;

namespace DogLicence.Walkthrough;

/// <summary>The way of a case within the office: its specialist procedure (samples/SpecialistProcedure) fetches the mail, books the case and answers.</summary>
/// <param name="fresh">The portal, once it has been started.</param>
/// <param name="number">Vorgangsnummer of the citizen's case.</param>
public sealed class OfficesWay(Func<FreshServer> fresh, Func<string> number) : IAsyncDisposable
{
    private const string Office = "steueramt@freiberg.amt.example";
    private readonly Browser _browser = new();
    private IHost? _host;

    public IReadOnlyList<WalkStep> Steps =>
    [
        new("Fachverfahren starten", StartAsync),
        new("Fachverfahren bucht", SeeBookedAsync),
        new("Antwort der Stelle", SeeAnswerAsync),
        new("Fremde Nachricht", RefuseAsync),
    ];

    private string Drop => Path.Combine(fresh().Folder, SandboxInside.MailDrop, Office);

    private IHost Host => _host ?? throw new WalkException("The specialist procedure was not started.");

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        if (_host is null)
            return;
        await _host.StopAsync();
        _host.Dispose();
    }

    private async Task<string> StartAsync(CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var snapshot = Path.Combine(fresh().Folder, "authorities.snapshot");
        var made = await fresh().Server.Services.GetRequiredKeyedService<SnapshotMaker>(Options.DefaultName).MakeAsync(snapshot, key, cancellationToken: ct);
        _host = await ProcedureHost.BuildAsync(new ProcedureSetup
        {
            Environment = "Sandbox",
            Settings = new Dictionary<string, string?>
            {
                ["Office:SettingsFile"] = Path.Combine(Drop, "settings.json"),
                ["Office:DataPath"] = Path.Combine(fresh().Folder, "office"),
                ["BaseComponents:Authorities:Environment"] = "Sandbox",
                ["BaseComponents:Authorities:Snapshot:Path"] = snapshot,
                ["BaseComponents:Authorities:Snapshot:PublicKeys:0"] = key.ExportSubjectPublicKeyInfoPem(),
                ["Logging:LogLevel:Default"] = "Error",
            },
        }, ct);
        await _host.StartAsync(ct);
        return $"liest {Office}, Behördenverzeichnis mit {made.Offices} Stellen";
    }

    private async Task<string> SeeBookedAsync(CancellationToken ct)
    {
        var booked = await WaitAsync(db => db.Cases.AsNoTracking().FirstOrDefaultAsync(row => row.Number == number(), ct), "the case is not booked", ct);
        WalkException.Unless(booked.Jurisdiction is JurisdictionCheck.Confirmed, $"the office is not competent: {booked.Jurisdiction}");
        WalkException.Unless(booked.PaymentReference is not null, "the case carries no Kassenzeichen");
        return $"{booked.Number}: Zuständigkeit {Acknowledgement.InGerman(booked.Jurisdiction)}, {CaseSheet.Money(booked.Amount)}, Kassenzeichen {booked.PaymentReference}";
    }

    private async Task<string> SeeAnswerAsync(CancellationToken ct)
    {
        var mail = await new Inbox(_browser, fresh().Server.Sandbox!.Address).WaitForAsync($"Eingang bestätigt, Vorgang {number()}", ct);
        WalkException.Unless(!mail.Source.Contains(number(), StringComparison.Ordinal), "the answer crossed the wire readable");
        return $"an {mail.To}: {mail.Signature}";
    }

    // As anybody could write it who knows the address.
    private async Task<string> RefuseAsync(CancellationToken ct)
    {
        var mail = $"From: onlinedienste@beispielstadt.example\r\nTo: {Office}\r\nSubject: Anmeldung eines Hundes\r\nMessage-ID: <fremd@stranger.example>\r\n\r\nBitte buchen.\r\n";
        var file = Path.Combine(Drop, "tmp", "fremd");
        await File.WriteAllTextAsync(file, mail, ct);
        File.Move(file, Path.Combine(Drop, "new", "fremd"));
        var refusal = await WaitAsync(db => db.Refusals.AsNoTracking().OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync(ct), "the mail was not set aside", ct);
        WalkException.Unless(refusal.Reason is RefusalReason.NotSigned, $"the reason is {refusal.Reason}");
        return $"beiseitegelegt: {refusal.Reason} ({refusal.Verdict})";
    }

    private async Task<T> WaitAsync<T>(Func<OfficeDb, Task<T?>> look, string otherwise, CancellationToken ct)
        where T : class
    {
        for (var i = 0; i < 300; i++)
        {
            await using var scope = Host.Services.CreateAsyncScope();
            if (await look(scope.ServiceProvider.GetRequiredService<OfficeDb>()) is { } found)
                return found;
            await Task.Delay(100, ct);
        }

        throw new WalkException(otherwise);
    }
}
