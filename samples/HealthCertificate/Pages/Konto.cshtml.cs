using HealthCertificate.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCertificate.Pages;

/// <summary>All cases of the account that is logged in.</summary>
[Authorize]
public sealed class KontoModel(CaseStore cases) : PageModel
{
    public IReadOnlyList<(CaseRow Row, string State)> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Cases = [.. (await cases.ListOwnAsync(User, cancellationToken)).Select(row => (row, Text(row.Stage)))];

    private static string Text(CaseStage stage) => stage switch
    {
        CaseStage.Begun => "Belehrung noch nicht gelesen",
        CaseStage.Instructed => "noch nicht bezahlt",
        CaseStage.Paying => "Zahlung begonnen",
        CaseStage.Paid => "bezahlt",
        CaseStage.Attended => "Bescheinigung liegt bereit",
        _ => "abgesagt",
    };
}
