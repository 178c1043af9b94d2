using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Pages;

/// <summary>Step 3: the log-in, after which the case belongs to the account and no longer to the browser.</summary>
public sealed class AnmeldenModel(CaseDb db, CaseStore cases, Seats seats, Cancellation cancellation, IOptionsMonitor<ServiceOptions> options, TimeProvider clock) : PageModel
{
    public Notice? Notice { get; private set; }

    public SeatRow? Seat { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await cases.FindUnclaimedAsync(UnclaimedCase.Read(Request), cancellationToken) is not { } row)
            return Redirect("/");
        Seat = await seats.FindAsync(row.Id, cancellationToken);
        if (Seat is null)
            Notice = new Notice("warning", "Ihre Reservierung ist abgelaufen", "Jemand anderes hat den Platz genommen. Bitte wählen Sie einen neuen Termin.");
        return Page();
    }

    public IActionResult OnGetStart() => Challenge(new AuthenticationProperties { RedirectUri = "/anmelden?handler=Zurueck" }, EidDefaults.BundIdScheme);

    public async Task<IActionResult> OnGetZurueckAsync(CancellationToken cancellationToken)
    {
        if (!User.TryGetEidIdentity(out var identity) || await cases.FindUnclaimedAsync(UnclaimedCase.Read(Request), cancellationToken) is not { } row)
            return Redirect("/konto");
        if (CaseStore.OwnerOf(User) is not { } owner)
            return await RefuseAsync("Für diese Leistung brauchen Sie ein Konto", "Mit einem Gastzugang könnten Sie Ihre Bescheinigung nicht abholen.", cancellationToken);
        if (identity.Person.DateOfBirth?.HasReachedAge(options.CurrentValue.MinimumAge, GermanDate.Day(clock.GetUtcNow())) == false)
            return await RefuseAsync("Hier geht es erst ab 18 Jahren", "Für jüngere Menschen geben die Sorgeberechtigten die Erklärung ab. Bitte rufen Sie dazu das Gesundheitsamt an.", cancellationToken);
        await GiveBackAsync(owner, cancellationToken);
        row.Owner = owner;
        await cases.SaveAsync(row, cases.Open(row) with { Person = new Person(NameOf(identity.Person), identity.Person.DateOfBirth?.ToIsoText()) }, cancellationToken);
        UnclaimedCase.Remove(HttpContext);
        return Redirect($"/vorgang/{row.Id}/belehrung");
    }

    // An account holds one seat that is not paid for: the new choice takes the place of the one before.
    private async Task GiveBackAsync(string owner, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.Cases.Where(row => row.Owner == owner && (row.Stage == CaseStage.Begun || row.Stage == CaseStage.Instructed)).ToListAsync(cancellationToken))
            await cancellation.RunAsync(earlier, cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(string title, string text, CancellationToken cancellationToken)
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        HttpContext.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity());
        await OnGetAsync(cancellationToken);
        Notice = new Notice("warning", title, text);
        return Page();
    }

    private static string NameOf(EidPerson person) => string.Join(' ', new[] { person.GivenNames, person.FamilyName }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
