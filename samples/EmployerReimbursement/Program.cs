using EmployerReimbursement.Hosting;

return await ServiceProgram.RunAsync(ReimbursementService.Plan, args, "Erstattung für Arbeitgeber");
