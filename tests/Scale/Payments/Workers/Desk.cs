using BaseComponents.Payments;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The application's pages: one begins to pay, one shows how it stands.</summary>
internal sealed class Desk(IServiceProvider services)
{
    public async Task<Answer> AnswerAsync(Question question)
    {
        var payments = services.GetRequiredKeyedService<IPaymentClient>(WorkerServices.TenantOf(question.Order));
        try
        {
            var payment = question.IsStart ? await StartAsync(payments, question.Order) : await payments.RefreshAsync(question.Order.Reference);
            return payment is null ? new Answer(question.Id, Fault: "unknown") : new Answer(question.Id, payment.State.ToString(), payment.PayPage);
        }
        catch (PaymentException exception)
        {
            // What does not pass by itself is not of this run's making: its reason is worth a line.
            return new Answer(question.Id, Fault: exception.IsTransient ? exception.Code : $"{exception.Code}: {exception.Message}");
        }
        catch (Exception exception)
        {
            // A database that does not answer, say: the page shows an error, whatever it is.
            return new Answer(question.Id, Fault: exception.GetType().Name);
        }
    }

    private async Task<Payment?> StartAsync(IPaymentClient payments, ChaosOrder order)
    {
        await KeepAsync(order);
        return await payments.StartAsync(new PaymentOrder
        {
            Reference = order.Reference,
            Purpose = order.Reference,
            Items = [PaymentItem.FromNet("fee", Euro.FromCents(order.Cents))],
            ReturnUrl = new Uri("http://localhost:5999/zurueck"),
        });
    }

    // The case exists before anything is paid for it.
    private async Task KeepAsync(ChaosOrder order)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.ExecuteSqlAsync(
            $"""INSERT INTO "Orders" ("Reference", "Cents", "HasLookUp") VALUES ({order.Reference}, {order.Cents}, {order.HasLookUp}) ON CONFLICT DO NOTHING""");
    }
}
