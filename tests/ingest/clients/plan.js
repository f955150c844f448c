// What every client sends: 120 "Sent" tracks of 10 customers, numbered 0 … 119, and one identify a customer.
const customers = Array.from({ length: 10 }, (_, i) => `cust-${i}`);
module.exports = {
  port: process.env.PORT,
  host: `http://127.0.0.1:${process.env.PORT}`,
  key: process.env.KEY,
  customers,
  send(one) {
    for (let i = 0; i < 120; ++i) one(customers[i % customers.length], i);
  },
};
