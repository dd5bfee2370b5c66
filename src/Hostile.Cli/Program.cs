Console.WriteLine("hostile");
return 0;
