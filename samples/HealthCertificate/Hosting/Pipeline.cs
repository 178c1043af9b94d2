using BaseComponents.Payments.AspNetCore;
using HealthCertificate.Cases;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Hosting;

/// <summary>What every request passes through.</summary>
public static class Pipeline
{
    public static void Use(WebApplication application)
    {
        application.UseServicePages(largestUpload: 0);
        application.MapRazorPages();
        HealthPages.Map(application);
        // The page of the case asks the payment service, and who may see it; here the browser is only led to it.
        application.MapPaymentReturn("/zahlung", async (payment, context, cancellationToken) =>
        {
            var cases = context.RequestServices.GetRequiredService<CaseDb>().Cases;
            var id = await cases.Where(row => row.Number == payment.Reference).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            return Results.Redirect(id is null ? "/konto" : $"/vorgang/{id}");
        });
    }
}
