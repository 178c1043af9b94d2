#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:property PublishAot=false
#:package Microsoft.EntityFrameworkCore.Sqlite
#:project ../../src/Payments/BaseComponents.Payments.AspNetCore
#:project ../../src/Payments/BaseComponents.Payments.EntityFrameworkCore

using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Transfers;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);
builder.Configuration["BaseComponents:Payments:PublicAddress"] = "http://localhost:5000/";
builder.Configuration["BaseComponents:Payments:Transfer:AccountHolder"] = "Stadtkasse Musterstadt";
builder.Configuration["BaseComponents:Payments:Transfer:Iban"] = "DE89 3704 0044 0532 0130 00";
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var database = Path.Combine(Directory.CreateTempSubdirectory("payments-").FullName, "cases.db");

#region register
builder.Services.AddDbContextPool<CaseDb>(options => options.UseSqlite($"Data Source={database}"));
builder.Services.AddPayments(builder.Configuration.GetSection("BaseComponents:Payments"))
    .AddEntityFrameworkStore<CaseDb>()
    .AddEventHandler<IssueLicence>()
    .AddReturnPage();
#endregion

#region transfer-account
builder.Services.AddTransferAccount(builder.Configuration.GetSection("BaseComponents:Payments:Transfer"));
#endregion

await using var app = builder.Build();

#region return
app.MapPaymentReturn("/zahlung", (payment, context, cancellationToken) => Task.FromResult(payment.State switch
{
    PaymentState.Paid => Results.Text("Danke, Ihre Zahlung ist eingegangen."),
    PaymentState.Open => Results.Redirect(payment.PayPage!.AbsoluteUri),
    _ => Results.Text("Die Zahlung ist nicht abgeschlossen. Sie können es noch einmal versuchen."),
}));
#endregion

await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync();
var payments = app.Services.GetRequiredService<IPaymentClient>();
var links = app.Services.GetRequiredService<PaymentReturnLinks>();
var caseId = $"case-{Guid.NewGuid():N}";

#region start
var payment = await payments.StartAsync(new PaymentOrder
{
    Reference = caseId,
    Items = [PaymentItem.FromNet("hundesteuer", new Euro(96m))],
    Purpose = "Hundesteuer 2027",
    ReturnUrl = links.For(caseId),
});
Console.WriteLine($"payments: {payment.State}, {payment.Amount}, to be paid at {payment.PayPage}");
#endregion

var account = app.Services.GetRequiredService<TransferAccountSource>();

#region transfer
var transfer = new TransferInstructions
{
    Account = account.Current,
    Amount = new Euro(96m),
    Kassenzeichen = Kassenzeichen.Parse("4200000000061"),
    Text = SepaText.From("Hundesteuer für 2027", SepaTextPolicy.Strict),
};
var picture = EpcQrPicture.Svg(transfer.QrCode.Encode());
#endregion

return payment.State is PaymentState.Open && picture.Length > 0 ? 0 : 1;

#region context
internal sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    public DbSet<Licence> Licences => Set<Licence>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments();
}
#endregion

internal sealed record Licence(string Id);

#region handler
internal sealed class IssueLicence(CaseDb db) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (paymentEvent.State is PaymentState.Paid)
            db.Licences.Add(new Licence(paymentEvent.Reference));
        await db.SaveChangesAsync(cancellationToken);
    }
}
#endregion
