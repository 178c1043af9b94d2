using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Hosting;
using DogLicence.LogIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 3, Anmelden: sends the citizen to the log-in and takes over what it proved.</summary>
public sealed class AnmeldenModel(CaseStore cases, IOptions<ApplicationOptions> options, TimeProvider clock) : CasePage
{
    public Notice? Notice { get; private set; }

    public LogInAddress Address => new(PathOf(CaseStep.LogIn));

    protected override CaseStep Step => CaseStep.LogIn;

    /// <summary>The log-in this browser already has, where it may be taken over.</summary>
    public LogInWay? Known => Case.Content.Owner is null && User.TryGetEidIdentity(out _) ? LogInWay.OfScheme(User.Identity?.AuthenticationType) : null;

    public IActionResult OnGet()
    {
        if (Case.Content.Owner is not { } owner)
            return Page();
        if (CaseGate.IsSameAccount(owner, HttpContext))
            return Redirect(PathOf(Case.Next));
        Notice = User.Identity?.IsAuthenticated != true
            ? new("info", "Ihre Anmeldung ist abgelaufen", $"Ihr Antrag ist gespeichert. Bitte melden Sie sich noch einmal an, um fortzufahren{Where(owner)}.")
            : new("info", "Dieser Antrag gehört zu einem anderen Konto", $"Bitte melden Sie sich mit dem Konto an, mit dem Sie den Antrag begonnen haben{Where(owner)}.");
        return Page();
    }

    /// <summary>Leaves for the log-in of that key; <paramref name="stufe"/> demands a higher level than the log-in by itself.</summary>
    public IActionResult OnGetStart(string? konto, string? stufe)
    {
        if (LogInWay.Find(konto) is not { } way)
            return Redirect(Address.Page);
        // A case belongs to the browser that began it: a phone that takes the QR code begins at the start page, already logged in.
        var properties = new AuthenticationProperties { RedirectUri = Address.Back(way) }.WithOtherDeviceReturn("/");
        return Challenge(stufe is null ? properties : properties.WithMinimumLevel(LogInWay.StepUp), way.Scheme);
    }

    /// <summary>Back from the log-in service.</summary>
    public async Task<IActionResult> OnGetZurueckAsync(CancellationToken cancellationToken)
    {
        if (!User.TryGetEidIdentity(out var identity))
            return Redirect(PathOf(CaseStep.LogIn));
        if (Case.Content.Owner is not null)
            return Redirect(PathOf(Case.Next));
        if (OwnerOf.Identity(identity, LogInWay.OfScheme(User.Identity?.AuthenticationType)) is not { } owner)
            return await RefuseAsync("Für diese Leistung brauchen Sie ein Konto", "Mit einem Gastzugang könnten Sie zu Ihrem Antrag nicht zurückkehren. Bitte melden Sie sich mit Ihrem Konto an.");
        if (identity.Kind == EidIdentityKind.Person && IsTooYoung(identity))
            return await RefuseAsync($"Sie müssen mindestens {options.Value.MinimumAge} Jahre alt sein", "Bitten Sie eine sorgeberechtigte Person, den Hund anzumelden.");
        await cases.SaveAsync(Case, Case.Content with { Owner = owner }, cancellationToken: cancellationToken);
        return Redirect(PathOf(CaseStep.Form));
    }

    private static string Where(Owner owner) => owner.LogIn is { } name ? $" ({name})" : "";

    // The card proves the age by itself, whoever keeps the date of birth. A register that knows the year only may leave the age open: then the office decides, not a program.
    private bool IsTooYoung(EidIdentity identity) =>
        (User.FulfilsMinimumAge() ?? identity.Person.DateOfBirth?.HasReachedAge(options.Value.MinimumAge, GermanDate.Day(clock.GetUtcNow()))) == false;

    private async Task<IActionResult> RefuseAsync(string title, string text)
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        // The page that is shown now is one of nobody: no log-out is offered on it.
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        Notice = new Notice("warning", title, text);
        return Page();
    }
}
