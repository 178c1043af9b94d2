using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using DogLicence.Cases;
using DogLicence.Fields;
using DogLicence.LogIns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DogLicence.Pages;

/// <summary>After a log-in that did not succeed. The outcome in the address is a hint anyone could type: it chooses texts and links, and nothing else.</summary>
public sealed class ErgebnisModel(CaseStore cases) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    public string Back { get; private set; } = "/";

    /// <summary>The same log-in at a higher level, where the first one proved too little.</summary>
    public string? StepUp { get; private set; }

    public async Task OnGetAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        var outcome = Request.GetEidLoginOutcome();
        var came = Url.IsLocalUrl(returnUrl) ? LogInAddress.Parse(returnUrl!) : null;
        Notice = LogInNotice.For(outcome, came?.Way);
        if (came is { } known)
            Back = known.Address.Page;
        // A log-in that was tampered with no longer says where it came from; the browser's own case does.
        else if (BrowserCookie.Read(Request) is { } secret && await cases.FindUnfinishedAsync(secret, cancellationToken) is { } unfinished)
            Back = CaseGate.PathOf(unfinished.Id, CaseStep.LogIn);
        if (outcome is EidLoginOutcome.LevelTooLow && came is { Way: { } way })
            StepUp = came.Value.Address.StepUp(way);
    }
}
